using SesCompliance.Local.Dns;
using SesCompliance.Ops;
using SesCompliance.Ops.Checks;
using SesCompliance.Ops.VerifyDns.Dns;

namespace SesCompliance.Tests.Ops.VerifyDns;

/// <summary>A name server that does not say: nobody may take that for a missing record.</summary>
public class UnansweredTests
{
    [Theory]
    [InlineData("servfail", "SERVFAIL")]
    [InlineData("refused", "REFUSED")]
    [InlineData("lame", "lame")]
    public async Task A_server_that_does_not_tell_is_no_failure(string fault, string found)
    {
        var reply = fault switch { "servfail" => DnsReply.ServerFailure, "refused" => DnsReply.Refused, _ => DnsReply.Lame };
        var report = await Zone.Good(question => (true, reply)).JudgeAsync();

        Assert.Equal(0, report.Failed);
        Assert.Equal(0, report.Passed);
        Assert.Equal(ExitCode.CouldNotAsk, report.ExitCode());
        Assert.All(report.Checks, check => Assert.Contains(found, check.Found, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_that_is_known_outweighs_what_could_not_be_asked()
    {
        var zone = Zone.Good(question => (question.Name.Text == "_dmarc.example.com", DnsReply.ServerFailure)).Set("bounce.example.com", "MX");

        var report = await zone.JudgeAsync();

        Expect.Only(report, "DMARC/DMARC record CouldNotAsk", "MAIL FROM/MAIL FROM MX Fail");
        Assert.Equal(ExitCode.FoundProblems, report.ExitCode());
    }

    [Fact]
    public async Task No_answer_at_all_is_told_as_such()
    {
        await using var server = Zone.Good(_ => (true, null)).Serve();
        var answer = await new Resolver(Resolver.Client(server.EndPoint, TimeSpan.FromMilliseconds(150))).TxtAsync("example.com", TestContext.Current.CancellationToken);

        Assert.Equal((DnsOutcome.Unanswered, "no answer in time"), (answer.Outcome, answer.Trouble));
    }

    [Fact]
    public async Task CNAMEs_in_a_circle_end()
    {
        await using var server = Zone.Good().Add("a.example.com", "CNAME", "b.example.com").Add("b.example.com", "CNAME", "a.example.com").Serve();
        var answer = await new Resolver(Resolver.Client(server.EndPoint)).TxtAsync("a.example.com", TestContext.Current.CancellationToken);

        Assert.Equal(DnsOutcome.Unanswered, answer.Outcome);
    }
}
