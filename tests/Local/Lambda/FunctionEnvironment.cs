using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Lambda;

public sealed class FunctionEnvironment
{
    private static readonly Dictionary<string, string> Own = new() { ["FROM_EMAIL"] = "no-reply@example.com", ["TZ"] = ":Europe/Berlin" };

    [Fact]
    public async Task Function_finds_what_lambda_sets_and_its_own_variables_and_nothing_else()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""IFS= respond "\"$(env | sort | tr '\n"' '|.')\"" """, adapt: function => function with { Environment = Own, MemorySize = 256, LogFormat = "JSON", Handler = "SendEmail" });

        var variables = JsonSerializer.Deserialize<string>((await bench.InvokeAsync()).Payload)!.TrimEnd('|').Split('|')
            .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

        Assert.Equal("SendEmail", variables["_HANDLER"]);
        Assert.Equal("echo", variables["AWS_LAMBDA_FUNCTION_NAME"]);
        Assert.Equal("$LATEST", variables["AWS_LAMBDA_FUNCTION_VERSION"]);
        Assert.Equal("256", variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]);
        Assert.Equal("JSON", variables["AWS_LAMBDA_LOG_FORMAT"]);
        Assert.Equal("/aws/lambda/echo", variables["AWS_LAMBDA_LOG_GROUP_NAME"]);
        Assert.Matches(@"^\d{4}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{32}$", variables["AWS_LAMBDA_LOG_STREAM_NAME"]);
        Assert.Equal("us-east-1", variables["AWS_REGION"]);
        Assert.Equal("us-east-1", variables["AWS_DEFAULT_REGION"]);
        Assert.Equal("http://127.0.0.1:4566", variables["AWS_ENDPOINT_URL"]);
        Assert.Equal("no-reply@example.com", variables["FROM_EMAIL"]);
        Assert.Equal(":Europe/Berlin", variables["TZ"]);
        Assert.Equal(variables["PWD"], variables["LAMBDA_TASK_ROOT"]);
        string[] others =
        [
            "AWS_ACCESS_KEY_ID", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_RUNTIME_API", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "LANG", "PATH",
            "LC_ALL", "SHLVL", "_", // The test's own bash sets these.
        ];
        string[] checkedAbove =
        [
            "_HANDLER", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_LOG_FORMAT",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL", "FROM_EMAIL", "TZ", "PWD", "LAMBDA_TASK_ROOT",
        ];
        Assert.Empty(variables.Keys.Except(others).Except(checkedAbove));
    }

    [Fact]
    public async Task Function_calls_with_credentials_of_a_session_of_its_role()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create("""respond "\"$AWS_ACCESS_KEY_ID\"" """, adapt: function => function with { RoleArn = "arn:aws:iam::000000000000:role/sender" });

        var key = JsonSerializer.Deserialize<string>((await bench.InvokeAsync()).Payload);

        var caller = bench.Credentials.Identify(key);
        Assert.Equal("arn:aws:sts::000000000000:assumed-role/sender/echo", caller.Arn);
        Assert.Equal("arn:aws:iam::000000000000:role/sender", caller.RoleArn);
    }

    [Fact]
    public async Task Event_comes_with_id_arn_trace_and_a_deadline_on_the_machines_clock()
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Clock.Advance(TimeSpan.FromDays(1));
        bench.Create("""respond "{\"id\":\"$id\",\"arn\":\"$arn\",\"trace\":\"$trace\",\"deadline\":$deadline}" """, adapt: function => function with { Timeout = 30 });
        var before = TimeProvider.System.GetUtcNow();

        var result = await bench.InvokeAsync();

        var headers = JsonNode.Parse(result.Payload)!;
        Assert.Equal(result.RequestId, (string?)headers["id"]);
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:echo", (string?)headers["arn"]);
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$", (string?)headers["trace"]);
        Assert.InRange(
            DateTimeOffset.FromUnixTimeMilliseconds((long)headers["deadline"]!), before.AddSeconds(29), TimeProvider.System.GetUtcNow().AddSeconds(30));
    }

    [Fact]
    public async Task Advancing_the_clouds_clock_does_not_kill_a_running_function()
    {
        await using var bench = await LambdaBench.StartAsync();
        using var gate = new Gate();
        bench.Create($"{gate.Wait} respond 1");
        var running = bench.InvokeAsync("1");

        bench.Clock.Advance(TimeSpan.FromHours(1));
        gate.Open("1");

        Assert.Null((await running).FunctionError);
    }

    [Fact]
    public async Task Zip_file_is_unpacked_for_the_function_and_removed_with_it()
    {
        await using var bench = await LambdaBench.StartAsync();
        var folder = BashFunction.Create("echo", """respond "\"$PWD\"" """);
        var zip = folder.Code + ".zip";
        await ZipFile.CreateFromDirectoryAsync(folder.Code, zip, TestContext.Current.CancellationToken);
        Directory.Delete(folder.Code, recursive: true);
        bench.Service.Create(folder with { Code = zip });
        File.Delete(zip);

        var unpacked = JsonSerializer.Deserialize<string>((await bench.InvokeAsync()).Payload);

        Assert.True(File.Exists($"{unpacked}/bootstrap"));
        await bench.Service.DeleteAsync("echo");
        Assert.False(Directory.Exists(unpacked));
    }

    [Theory]
    [InlineData("AWS_REGION", "us-east-1", "InvalidParameterValueException")]
    [InlineData("_HANDLER", "x", "InvalidParameterValueException")]
    [InlineData("1A", "x", "ValidationException")]
    public async Task Variables_that_lambda_keeps_for_itself_are_refused(string name, string value, string code)
    {
        await using var bench = await LambdaBench.StartAsync();

        var refusal = Assert.Throws<AwsException>(() =>
            bench.Create("respond 1", adapt: function => function with { Environment = new Dictionary<string, string> { [name] = value } }));

        Assert.Equal(code, refusal.Code);
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_is_not_there_is_refused_with_its_path()
    {
        await using var bench = await LambdaBench.StartAsync();

        var refusal = Assert.Throws<AwsException>(() => bench.Create("respond 1", adapt: function => function with { Code = "/nowhere/lambda.zip" }));

        Assert.Contains("/nowhere/lambda.zip", refusal.Message, StringComparison.Ordinal);
    }
}
