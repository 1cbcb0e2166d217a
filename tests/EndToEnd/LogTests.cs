using SesCompliance.Local.DynamoDb;
using SesCompliance.Tests.EndToEnd.Samples;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>The functions' logs: JSON that leads from a send id to all that happened, without an address, a subject or a code.</summary>
[Collection(FeedbackCollection.Name)]
public sealed class LogTests(FeedbackCloud cloud)
{
    [Fact]
    public async Task Every_step_of_a_send_is_found_by_its_id()
    {
        var (sendId, address) = (StackClient.NewSendId(), $"bounce+{Guid.NewGuid():N}@simulator.amazonses.com");

        await cloud.Stack.SendAsync(StackClient.Mail(address), sendId);
        await cloud.ProcessedAsync();

        var steps = LogAudit.Lines(cloud.Cloud.Logs).Where(line => (string?)line["sendId"] == sendId).Select(line => $"{line["function"]}: {line["event"]}").ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "CheckSuppression: address-clear", "SendEmail: sent", "PublishMetric: metric-published", "HandleFeedback: feedback-received",
                "HandleFeedback: suppression-recorded", "HandleFeedback: fate-recorded",
            },
            steps);
        Assert.Contains(steps, step => step.EndsWith(": wait-ended", StringComparison.Ordinal));
        LogAudit.Check(cloud.Cloud.Logs);
    }

    [Fact]
    public async Task An_address_is_told_by_its_hash_in_every_function()
    {
        var address = $"bounce+{Guid.NewGuid():N}@simulator.amazonses.com";
        var hash = SesCompliance.Lambdas.Addresses.EmailAddress.Parse(address).Hash;

        await cloud.Stack.SendAsync(StackClient.Mail(address));
        await cloud.Stack.SendAsync(StackClient.Mail(address));
        await cloud.ProcessedAsync();

        Assert.Equal(
            ["address-clear", "address-suppressed", "sent", "suppression-recorded"],
            LogAudit.Lines(cloud.Cloud.Logs).Where(line => (string?)line["toHash"] == hash).Select(line => (string)line["event"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_goes_wrong_brings_an_address_or_a_text_into_the_log()
    {
        var mail = await cloud.SentAsync("secretive");
        var invalid = StackClient.Mail("not, an@address");
        invalid["subject"] = "Your code\r\nBcc: third@example.org";

        await cloud.Stack.SendAsync(invalid);
        cloud.Cloud.Ses.Faults.Refuse("MessageRejected", "Email address is not verified. The following identities failed the check in region US-EAST-1: secretive@example.org", 400);
        await cloud.Stack.SendAsync(StackClient.Mail(mail.To[0]));
        using (cloud.Cloud.DynamoDb.Faults.Fail(cloud.Stack.Stack.Outputs["sendLedger"], DynamoDbFault.Throttling))
        {
            await cloud.PublishAsync(
                mail.Bounce(diagnostic: $"smtp; 550 5.1.1 <{mail.To[0]}>: user unknown; see mailto:postmaster@example.org"),
                mail.Bounce("Transient", "General", diagnostic: $"smtp; 450 {mail.To[0]} is away", status: "5.0.0"),
                mail.Bounce(recipients: ["no address@at all", "\"A, B\" <c@d.example>"]),
                $$$"""{"eventType": "Secret secretive@example.org", "mail": {"messageId": "{{{mail.To[0]}}}"}}""",
                $"plain text from {mail.To[0]} about Your code 493 021");
            await cloud.PassToRetriesAsync(1);
        }

        await cloud.PassToRetriesAsync(2);
        await cloud.ProcessedAsync();
        await cloud.UnprocessedAsync();

        LogAudit.Check(cloud.Cloud.Logs);
        var failures = LogAudit.Lines(cloud.Cloud.Logs, cloud.Handler).Where(line => (string?)line["event"] == "feedback-failed").ToList();
        Assert.Contains(failures, line => (string?)line["sendId"] == mail.SendId && (string?)line["error"] == "LedgerUnavailable");
        Assert.Contains(failures, line => (string?)line["error"] == "UnreadableFeedback");
    }
}
