using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Tables;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Ops.Suppressions;

/// <summary>list, stats and export, over one table of known rows.</summary>
public sealed class ListTests(OpsCloud cloud) : IClassFixture<OpsCloud>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Rows_are_listed_by_reason_domain_time_and_state()
    {
        const string stack = "list";
        await FillAsync(stack);

        Assert.Equal(["a@example.com", "b@example.com", "c@example.org", "d@sub.example.com"], await EmailsAsync(stack, "list"));
        Assert.Equal(["c@example.org"], await EmailsAsync(stack, "list", "--reason", "complaint"));
        Assert.Equal(["a@example.com", "b@example.com"], await EmailsAsync(stack, "list", "--domain", "Example.com", "--limit", "5"));
        Assert.Equal(["a@example.com"], await EmailsAsync(stack, "list", "--since", "2d", "--until", "1h", "--domain", "example.com"));
        Assert.Equal(["e@example.com"], await EmailsAsync(stack, "list", "--removed"));
        Assert.Single(await EmailsAsync(stack, "list", "--all", "--limit", "1"));
        var table = await RunAsync(stack, "list", "--reason", "manual");
        Assert.Contains("added by ada: by letter", table.Output, StringComparison.Ordinal);
        var nothing = await RunAsync(stack, "list", "--domain", "nowhere.example");
        Assert.Equal((0, "No rows.\n"), (nothing.ExitCode, nothing.Output));
    }

    [Fact]
    public async Task Stats_count_by_reason_day_and_domain()
    {
        const string stack = "stats";
        await FillAsync(stack);

        var stats = (await RunAsync(stack, "stats", "--days", "3", "--json")).Json;

        Assert.Equal([("COMPLAINT", 1, 0), ("BOUNCE", 2, 1), ("MANUAL", 1, 0)], stats["reasons"]!.AsArray().Select(each => ((string)each!["reason"]!, (int)each["active"]!, (int)each["removed"]!)));
        Assert.Equal([("example.com", 2), ("example.org", 1), ("sub.example.com", 1)], stats["domains"]!.AsArray().Select(each => ((string)each!["domain"]!, (int)each["count"]!)));
        Assert.True((bool)stats["domainsAreExact"]!);
        Assert.Equal((1, 3), ((int)stats["earlier"]!, stats["days"]!.AsArray().Sum(day => (int)day!["count"]!)));
    }

    [Fact]
    public async Task An_export_is_whole_private_and_no_spreadsheet_runs_it()
    {
        const string stack = "export";
        await FillAsync(stack);
        await cloud.SeenAsync("=cmd|x!a1@example.net", SuppressionReason.Bounce, Now.AddHours(-3), stack);
        var path = Path.Combine(Path.GetTempPath(), $"export-{Guid.NewGuid():N}.csv");
        try
        {
            var run = await RunAsync(stack, "export", "--all", "--output", path);

            Assert.True(run.ExitCode == 0, run.Errors);
            var lines = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.StartsWith("email,reason,active,", lines[0], StringComparison.Ordinal);
            Assert.Equal(7, lines.Length);
            Assert.Contains(lines, line => line.StartsWith("'=cmd|x!a1@example.net,BOUNCE,true,", StringComparison.Ordinal));
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"));
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal(6, (await RunAsync(stack, "export", "--all", "--format", "json")).Json.AsArray().Count);
        var refused = await RunAsync(stack, "export", "--output", "/no/such/folder/file.csv");
        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("ses-ops: --output is '/no/such/folder/file.csv'", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_one_line_and_exit_code_3()
    {
        var run = await RunAsync("nobody", "list", "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("ResourceNotFoundException", (string)JsonNode.Parse(run.Errors)!["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boto3_sees_what_the_tool_says()
    {
        var python = Command.Find("python3").FirstOrDefault();
        Assert.SkipWhen(python is null || (await Command.RunAsync(python, "-c", "import boto3")).ExitCode != 0, "No python3 with boto3 is here (pip install boto3)");
        var email = OpsCloud.NewAddress();
        await cloud.SeenAsync(email, SuppressionReason.Bounce, Now.AddHours(-1));
        cloud.Ses.Suppressions.Put(email, "BOUNCE");
        await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, "suppressions", "remove", email, "--why", "typo", "--by", "ada");
        await OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, "suppressions", "add", email, "--why", "by letter", "--by", "bob");

        var seen = await Command.RunAsync(python, "-c", $$"""
            import boto3
            settings = dict(endpoint_url='{{cloud.Endpoint}}', region_name='us-east-1', aws_access_key_id='local', aws_secret_access_key='local')
            rows = boto3.client('dynamodb', **settings).query(TableName='{{OpsCloud.Table}}', KeyConditionExpression='email = :e', ExpressionAttributeValues={':e': dict(S='{{email}}')})['Items']
            print(sorted((row['reason']['S'], row.get('removedBy', row['source'])['S']) for row in rows))
            listed = boto3.client('sesv2', **settings).list_suppressed_destinations()['SuppressedDestinationSummaries']
            print('{{email}}' in [entry['EmailAddress'] for entry in listed])
            """);

        Assert.Equal("[('BOUNCE', 'ada'), ('MANUAL', 'bob')]\nFalse\n", seen.Output);
    }

    private async Task FillAsync(string stack)
    {
        await cloud.CreateTableAsync(stack);
        await cloud.SeenAsync("a@example.com", SuppressionReason.Bounce, Now.AddHours(-5), stack);
        await cloud.SeenAsync("c@example.org", SuppressionReason.Complaint, Now.AddDays(-9), stack);
        await cloud.SeenAsync("d@sub.example.com", SuppressionReason.Bounce, Now.AddHours(-20), stack);
        await PutAsync(stack, "b@example.com", SuppressionReason.Manual, ("firstSeen", Now), ("lastSeen", Now), ("source", "ada"), ("addedWhy", "by letter"));
        await PutAsync(stack, "e@example.com", SuppressionReason.Bounce, ("lastSeen", Now.AddHours(-2)), ("removedAt", Now), ("removedBy", "ada"), ("removedWhy", "typo"));
    }

    private async Task PutAsync(string stack, string email, SuppressionReason reason, params (string Name, object Value)[] attributes)
    {
        var row = SuppressionItem.Key(email, reason);
        foreach (var (name, value) in attributes)
        {
            row[name] = new AttributeValue(value is DateTimeOffset time ? Timestamp.Write(time) : (string)value);
        }

        await cloud.DynamoDb.PutItemAsync($"ses-email-suppression-list-{stack}", row, TestContext.Current.CancellationToken);
    }

    private Task<OpsRun> RunAsync(string stack, params string[] arguments) => OpsRun.TextAsync(cloud.Endpoint, OpsCloud.Stack, ["suppressions", .. arguments, "--stack", stack]);

    private async Task<IEnumerable<string>> EmailsAsync(string stack, params string[] arguments) =>
        (await RunAsync(stack, [.. arguments, "--json"])).Json.AsArray().Select(row => (string)row!["email"]!).Order(StringComparer.Ordinal);
}
