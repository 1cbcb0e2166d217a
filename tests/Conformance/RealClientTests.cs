using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local;
using SesCompliance.Local.Terminal;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Conformance;

/// <summary>The clients that AWS ships, unmodified and in processes of their own, drive the embedded cloud.</summary>
[Trait("Pace", "slow")]
public sealed class RealClientTests(CloudFixture fixture)
{
    /// <summary>Each aws CLI with what <c>--version</c> says, found once for both versions.</summary>
    private static readonly Lazy<Task<List<(string Path, string Version)>>> Clis = new(CliAsync);

    private static readonly string Script = Path.Combine(Repository.Root, "tests", "Conformance", "real_clients");

    [Fact]
    public async Task Boto3_drives_every_operation_eight_at_a_time_and_eight_senders_at_once()
    {
        var python = await Boto3.PythonAsync();

        var run = await Command.RunAsync(python, Script, fixture.Cloud.Endpoint, "--stack", "open", "--mails");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("ok  mails: run", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_lines_that_serve_prints_work_in_the_aws_CLI_of_version(int version)
    {
        var aws = await AwsAsync(version);
        using var stack = await fixture.DeployAsync($"cli{version}");

        var run = await Command.RunAsync(
            "bash", "-euo", "pipefail", "-c", $$"""
            aws() { '{{aws}}' "$@"; }
            {{ServeView.Shell(stack.Stack, fixture.Cloud.Endpoint)}}
            """);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Equal("", run.Errors);
        var answers = Documents(run.Output);
        Assert.Equal(4, answers.Count);
        var (started, described, history, scanned) = (answers[0], answers[1], answers[2], answers[3]);
        Assert.Equal((string)started["executionArn"]!, (string)described["executionArn"]!);
        Assert.Equal("SUCCEEDED", (string)described["status"]!);
        Assert.Equal("Bounced", (string)JsonNode.Parse((string)described["output"]!)!["outcome"]!);
        var events = fixture.Cloud.StateMachines.Executions.Get((string)started["executionArn"]!).History();
        Assert.Equal(events.Select(each => each.Type), history["events"]!.AsArray().Select(each => (string)each!["type"]!));
        Assert.Equal("ExecutionSucceeded", (string)history["events"]!.AsArray()[^1]!["type"]!);
        var row = Assert.Single(scanned["Items"]!.AsArray())!;
        Assert.Equal(("bounce@simulator.amazonses.com", "BOUNCE"), ((string)row["email"]!["S"]!, (string)row["reason"]!["S"]!));
    }

    [Fact]
    public async Task The_lines_that_serve_prints_work_in_Python()
    {
        var python = await Boto3.PythonAsync();

        var run = await Command.RunAsync(python, "-c", ServeView.Python(fixture.Open.Stack, fixture.Cloud.Endpoint));

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        var lines = run.Output.Split('\n');
        Assert.StartsWith("SUCCEEDED ", lines[0], StringComparison.Ordinal);
        Assert.Equal("Complained", (string)JsonNode.Parse(lines[0]["SUCCEEDED ".Length..])!["outcome"]!);
        Assert.StartsWith("['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', ", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("'PassStateExited', 'ExecutionSucceeded']", lines[1], StringComparison.Ordinal);
        Assert.Contains("('complaint@simulator.amazonses.com', 'COMPLAINT')", lines[2], StringComparison.Ordinal);
    }

    private static async Task<string> AwsAsync(int version)
    {
        var found = (await Clis.Value).FirstOrDefault(cli => cli.Version.StartsWith($"aws-cli/{version}.", StringComparison.Ordinal)).Path;
        Assert.SkipWhen(found is null, $"No aws CLI of version {version} is here (https://docs.aws.amazon.com/cli/)");
        return found;
    }

    private static async Task<List<(string Path, string Version)>> CliAsync()
    {
        List<(string, string)> clis = [];
        foreach (var aws in Command.Find("aws"))
        {
            var run = await Command.RunAsync(aws, "--version");
            clis.Add((aws, run.Output + run.Errors));
        }

        return clis;
    }

    /// <summary>The JSON documents that the commands wrote one after the other.</summary>
    private static List<JsonNode> Documents(string output)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(output), new JsonReaderOptions { AllowMultipleValues = true });
        List<JsonNode> documents = [];
        while (reader.Read())
        {
            documents.Add(JsonNode.Parse(ref reader)!);
        }

        return documents;
    }
}
