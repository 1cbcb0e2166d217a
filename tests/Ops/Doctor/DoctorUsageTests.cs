namespace SesCompliance.Tests.Ops.Doctor;

public sealed class DoctorUsageTests : IDisposable
{
    /// <summary>Nobody listens there.</summary>
    private const string Nowhere = "http://127.0.0.1:9";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Without_a_domain_both_ways_to_name_one_are_told()
    {
        var run = await DoctorRun.RunAsync(Nowhere, "operator", folder.FullName, "--stack", "prod");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("--domain", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Pulumi.prod.yaml", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_domain_of_the_stacks_file_is_named_with_its_key()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Pulumi.prod.yaml"), "config:\n  ses-compliance:domain: Example\n", TestContext.Current.CancellationToken);

        var run = await DoctorRun.RunAsync(Nowhere, "operator", folder.FullName, "--stack", "prod");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ses-compliance:domain in ./Pulumi.prod.yaml is 'Example': it must be a domain name", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_answers_nothing_is_known()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Pulumi.prod.yaml"), "config:\n  ses-compliance:domain: example.com\n", TestContext.Current.CancellationToken);

        var run = await DoctorRun.RunAsync(Nowhere, "operator", folder.FullName, "--json", "--stack", "prod");

        Assert.Equal(3, run.ExitCode);
        Assert.NotEmpty(run.Checks);
        Assert.All(run.Checks, check => Assert.Equal("could-not-ask", check["verdict"]!.GetValue<string>()));
        Assert.Contains("could not be reached", run.Check("Production access")["found"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
