using System.Text.Json;
using SesCompliance.Local.Dns;

namespace SesCompliance.Tests.Ops.VerifyDns;

/// <summary>The command whole: arguments, exit codes, JSON, watching.</summary>
public class VerifyDnsCommandTests
{
    private static readonly string[] Tokens = [.. Zone.Tokens.SelectMany(token => new[] { "--dkim-token", token })];

    [Fact]
    public async Task A_zone_in_order_ends_with_0_and_a_line_that_says_so()
    {
        await using var server = Zone.Good().Serve();
        var run = await RunAsync(server, "--no-aws");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("✓ pass DKIM t1._domainkey.example.com CNAME t1.dkim.amazonses.com, RSA key of 2048 bits", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n\d+ passed\n$", run.Output);
    }

    [Fact]
    public async Task A_broken_zone_ends_with_1_and_the_record_to_create()
    {
        await using var server = Zone.Good().Set("bounce.example.com", "MX").Serve();
        var people = await RunAsync(server, "--no-aws");
        var json = await RunAsync(server, "--no-aws", "--json");

        Assert.Equal((1, 1), (people.ExitCode, json.ExitCode));
        Assert.Contains("MX    bounce.example.com  10 feedback-smtp.us-east-1.amazonses.com", people.Output, StringComparison.Ordinal);
        Assert.Contains("1 failed", people.Output, StringComparison.Ordinal);
        var failed = Assert.Single(JsonDocument.Parse(json.Output).RootElement.GetProperty("checks").EnumerateArray(), check => check.GetProperty("verdict").GetString() == "fail");
        var record = Assert.Single(failed.GetProperty("records").EnumerateArray());
        Assert.Equal(("MX", "bounce.example.com"), (record.GetProperty("type").GetString(), record.GetProperty("name").GetString()));
        Assert.Equal(1, JsonDocument.Parse(json.Output).RootElement.GetProperty("failed").GetInt32());
    }

    [Fact]
    public async Task Region_and_MAIL_FROM_domain_are_the_operator_s()
    {
        await using var server = Zone.Good().Set("bounce.example.com", "MX").Set("bounce.example.com", "TXT")
            .Add("mail.example.com", "MX", "10 feedback-smtp.eu-west-1.amazonses.com").Add("mail.example.com", "TXT", "v=spf1 include:amazonses.com ~all").Serve();

        Assert.Equal(0, (await RunAsync(server, "--no-aws", "--region", "eu-west-1", "--mail-from", "mail.example.com")).ExitCode);
    }

    [Fact]
    public async Task Without_credentials_only_DNS_is_asked_and_that_is_said()
    {
        await using var server = Zone.Good().Serve();
        var run = await RunAsync(server);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("SES was not asked, only DNS: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_fails_ends_with_3()
    {
        await using var server = Zone.Good(_ => (true, DnsReply.ServerFailure)).Serve();

        Assert.Equal(3, (await RunAsync(server, "--no-aws")).ExitCode);
    }

    [Fact]
    public async Task Watching_ends_when_nothing_fails_any_more_and_tells_the_change()
    {
        var asked = 0;
        await using var server = Zone.Good(question => (question.Name.Text == "bounce.example.com" && question.Type == RecordType.MX && Interlocked.Increment(ref asked) == 1, new DnsReply())).Serve();
        var run = await RunAsync(server, "--no-aws", "--json", "--watch", "1");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, JsonDocument.Parse(run.Output).RootElement.GetProperty("failed").GetInt32());
        Assert.Contains("MAIL FROM: MAIL FROM MX: fail, no MX record", run.Errors, StringComparison.Ordinal);
        Assert.Contains("MAIL FROM: MAIL FROM MX: fail → pass, 10 feedback-smtp.us-east-1.amazonses.com", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("domain is 'https://example.com': it must be a domain's name", "https://example.com")]
    [InlineData("--nameserver is 'dns.example': it must be an IP address", "example.com", "--nameserver", "dns.example")]
    [InlineData("--dkim-token is 't1._domainkey.example.com': it must be the token alone", "example.com", "--dkim-token", "t1._domainkey.example.com")]
    [InlineData("--watch is '0': it must be a whole number of seconds, at least 1", "example.com", "--watch", "0")]
    [InlineData("--watch is 'often': it must be a whole number of seconds, at least 1", "example.com", "--watch", "often")]
    [InlineData("--region is 'Ireland': it must be a region's name", "example.com", "--region", "Ireland")]
    public async Task A_wrong_argument_is_one_line(string message, params string[] arguments)
    {
        var run = await OpsRun.EndAsync(OpsRun.Bare(["verify-dns", .. arguments, "--no-aws"]));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"ses-ops: {message}", Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static Task<OpsRun> RunAsync(DnsServer server, params string[] arguments) =>
        OpsRun.EndAsync(OpsRun.Bare(["verify-dns", "example.com", "--nameserver", server.EndPoint.ToString(), .. Tokens, .. arguments]));
}
