namespace SesCompliance.Tests.Local.Lambda;

public class PublishedVersions
{
    private const string Arn = "arn:aws:lambda:us-east-1:000000000000:function:echo";

    [Fact]
    public async Task A_version_runs_in_environments_of_its_own_and_knows_that_it_is_one()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""respond "[\"$AWS_LAMBDA_FUNCTION_VERSION\",\"$AWS_LAMBDA_LOG_STREAM_NAME\"]" """, adapt: function => function with { Publish = true });

        var latest = await bench.InvokeAsync();
        var version = await bench.InvokeAsync(name: $"{Arn}:1");

        Assert.Equal(("$LATEST", "1"), (latest.ExecutedVersion, version.ExecutedVersion));
        Assert.Matches("""^\["\$LATEST","[0-9/]{10}/\[\$LATEST\][0-9a-f]{32}"\]$""", latest.Payload);
        Assert.Matches("""^\["1","[0-9/]{10}/\[1\][0-9a-f]{32}"\]$""", version.Payload);
        Assert.Equal(version.Payload, (await bench.InvokeAsync(name: "echo:1")).Payload);
        Assert.Contains($"START RequestId: {version.RequestId} Version: 1", bench.Log());
    }
}
