using Amazon.DynamoDBv2.Model;
using SesCompliance.Tests.EndToEnd.Samples;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>What each kind of SES's messages leaves in the suppression list and in the ledger, through the deployed topic, function and tables.</summary>
[Collection(FeedbackCollection.Name)]
public sealed class FeedbackTests(FeedbackCloud cloud)
{
    [Theory]
    [InlineData("General", Envelope.EventPublishing)]
    [InlineData("General", Envelope.IdentityNotification)]
    [InlineData("NoEmail", Envelope.EventPublishing)]
    [InlineData("Suppressed", Envelope.EventPublishing)]
    [InlineData("EmailValidationSuppressed", Envelope.EventPublishing)]
    [InlineData("OnTenantSuppressionList", Envelope.EventPublishing)]
    [InlineData("SubtypeOfTomorrow", Envelope.EventPublishing)]
    public async Task A_permanent_bounce_suppresses_and_all_of_it_is_kept(string subType, Envelope envelope)
    {
        var mail = await cloud.SentAsync();

        await cloud.TakeInAsync(mail.Bounce(subType: subType, envelope: envelope));

        var row = Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0]));
        Assert.Equal(
            $"""
            bounceSubType = {subType}
            bounceType = Permanent
            count = 1
            diagnostic = smtp; 550 5.1.1 user unknown
            email = <to>
            feedbackId = <message>-bounce-2
            feedbackIds = [<message>-bounce-2]
            firstSeen = 2026-11-24T09:00:02.120Z
            lastSeen = 2026-11-24T09:00:02.120Z
            messageId = <message>
            reason = BOUNCE
            source = SES
            """,
            RowText.Of(row.Value, mail));
        // Identity notifications have no tags, so nothing leads from them to the send.
        (string, string?)? fate = envelope == Envelope.EventPublishing ? ("Bounced", $"Permanent/{subType}: smtp; 550 5.1.1 user unknown") : null;
        Assert.Equal(fate, await cloud.FateAsync(mail));
    }

    [Theory]
    [InlineData("Transient", "General", "4.0.0")]
    [InlineData("Transient", "MailboxFull", "4.2.2")]
    [InlineData("Transient", "MessageTooLarge", "4.3.4")]
    [InlineData("Transient", "ContentRejected", "4.6.0")]
    [InlineData("Transient", "AttachmentRejected", "4.6.0")]
    [InlineData("Transient", "CustomTimeoutExceeded", "4.4.7")]
    [InlineData("Transient", "General", "5.7.1")]
    [InlineData("Undetermined", "Undetermined", "5.1.1")]
    public async Task Any_other_bounce_is_a_fate_and_suppresses_nobody(string type, string subType, string status)
    {
        var mail = await cloud.SentAsync();

        await cloud.TakeInAsync(mail.Bounce(type, subType, status: status, diagnostic: $"smtp; 450 {status} later"));

        Assert.Empty(await cloud.Stack.SuppressionsAsync(mail.To[0]));
        Assert.Equal(("SoftBounced", $"{type}/{subType}: smtp; 450 {status} later"), await cloud.FateAsync(mail));
    }

    [Theory]
    [InlineData("abuse", "abuse", Envelope.EventPublishing)]
    [InlineData("abuse", "abuse", Envelope.IdentityNotification)]
    [InlineData("auth-failure", "auth-failure", Envelope.EventPublishing)]
    [InlineData("fraud", "fraud", Envelope.EventPublishing)]
    [InlineData("not-spam", "not-spam", Envelope.EventPublishing)]
    [InlineData("other", "other", Envelope.EventPublishing)]
    [InlineData("virus", "virus", Envelope.EventPublishing)]
    [InlineData(null, "complaint", Envelope.EventPublishing)]
    public async Task Every_complaint_suppresses(string? type, string reason, Envelope envelope)
    {
        var mail = await cloud.SentAsync();

        await cloud.TakeInAsync(mail.Complaint(type, envelope: envelope));

        var row = Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0]));
        Assert.Equal(("COMPLAINT", "1", reason), (row.Key, row.Value["count"].N, row.Value["diagnostic"].S));
        (string, string?)? fate = envelope == Envelope.EventPublishing ? ("Complained", reason) : null;
        Assert.Equal(fate, await cloud.FateAsync(mail));
    }

    [Fact]
    public async Task An_address_that_SES_did_not_try_stays_suppressed_without_another_count()
    {
        var (known, unknown, complainer) = (await cloud.SentAsync(), await cloud.SentAsync(), await cloud.SentAsync());

        await cloud.TakeInAsync(known.Bounce(), known.ListedBounce(seconds: 90), unknown.ListedBounce(), complainer.ListedComplaint());

        var row = Assert.Single(await cloud.Stack.SuppressionsAsync(known.To[0])).Value;
        Assert.Equal(("1", "2026-11-24T09:01:30.120Z", "OnAccountSuppressionList"), (row["count"].N, row["lastSeen"].S, row["bounceSubType"].S));
        Assert.Equal("0", Assert.Single(await cloud.Stack.SuppressionsAsync(unknown.To[0])).Value["count"].N);
        Assert.Equal("0", (await cloud.Stack.SuppressionsAsync(complainer.To[0]))["COMPLAINT"]["count"].N);
        Assert.Equal(("Bounced", "Permanent/OnAccountSuppressionList"), await cloud.FateAsync(unknown));
        Assert.Equal(("Complained", "OnAccountSuppressionList"), await cloud.FateAsync(complainer));
    }

    [Fact]
    public async Task Only_the_recipients_that_an_event_lists_are_suppressed_and_each_of_them()
    {
        var id = Guid.NewGuid().ToString("N");
        var mail = new SampleMail(StackClient.NewSendId(), $"one-{id}@example.org", $"two-{id}@example.org", $"three-{id}@example.org", $"four-{id}@example.org");
        await cloud.SentAsync(mail);

        await cloud.TakeInAsync(
            mail.Bounce(recipients: [$"ONE-{id}@Example.ORG", $"\"Two, B.\" <two-{id}@example.org>"]),
            mail.Complaint(recipients: [$"Three <three-{id}@example.org>"]));

        Assert.Equal(["BOUNCE"], (await cloud.Stack.SuppressionsAsync(mail.To[0])).Keys);
        Assert.Equal(["BOUNCE"], (await cloud.Stack.SuppressionsAsync(mail.To[1])).Keys);
        Assert.Equal(["COMPLAINT"], (await cloud.Stack.SuppressionsAsync(mail.To[2])).Keys);
        Assert.Empty(await cloud.Stack.SuppressionsAsync(mail.To[3]));
    }

    [Fact]
    public async Task A_recipient_in_another_spelling_is_the_address_that_the_check_looks_for()
    {
        var id = Guid.NewGuid().ToString("N");
        var mail = new SampleMail(null, $"Someone <Some.One-{id}@BÜCHER.example>");

        await cloud.TakeInAsync(mail.Bounce());

        var ending = await cloud.Stack.SendAsync(StackClient.Mail($"some.one-{id}@xn--bcher-kva.example"));
        Assert.Equal(("Suppressed", "BOUNCE"), (ending.Kind, ending.Outcome!["reason"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Whatever_may_be_missing_may_be_missing()
    {
        var mail = await cloud.SentAsync();

        await cloud.TakeInAsync(mail.BareBounce());

        var row = Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0])).Value;
        Assert.Equal(("1", "2026-11-24T09:00:00.120Z"), (row["count"].N, row["lastSeen"].S));
        Assert.Equal(("Bounced", "Permanent/General"), await cloud.FateAsync(mail));
    }

    [Fact]
    public async Task Feedback_about_mail_that_this_system_did_not_send_suppresses_and_makes_no_ledger_row()
    {
        var (foreign, forgotten) = (SampleMail.New() with { SendId = null }, SampleMail.New());

        await cloud.TakeInAsync(foreign.Bounce(), forgotten.Complaint(), forgotten.Delivery());

        Assert.Equal(["BOUNCE"], (await cloud.Stack.SuppressionsAsync(foreign.To[0])).Keys);
        Assert.Equal(["COMPLAINT"], (await cloud.Stack.SuppressionsAsync(forgotten.To[0])).Keys);
        Assert.Null(await cloud.Stack.LedgerRowAsync(forgotten.SendId!));
    }

    [Fact]
    public async Task Reject_and_rendering_failure_are_fates_and_suppress_nobody()
    {
        var (rejected, unrendered) = (await cloud.SentAsync(), await cloud.SentAsync());

        await cloud.TakeInAsync(rejected.Reject(), unrendered.RenderingFailure());

        Assert.Equal(("Rejected", "Bad content"), await cloud.FateAsync(rejected));
        Assert.Equal(("Rejected", "Attribute 'code' is not present in the rendering data."), await cloud.FateAsync(unrendered));
        Assert.Empty(await cloud.Stack.SuppressionsAsync(rejected.To[0]));
        Assert.Empty(await cloud.Stack.SuppressionsAsync(unrendered.To[0]));
    }

    [Fact]
    public async Task What_nothing_depends_on_changes_nothing_and_is_no_dead_letter()
    {
        var mail = await cloud.SentAsync();
        await cloud.TakeInAsync(mail.Delivery());
        var before = await RowText.OfAllAsync(cloud.Stack, mail);

        await cloud.TakeInAsync(
            SampleEvents.TopicValidation,
            """{"notificationType": "AmazonSnsSubscriptionSucceeded", "message": "You have successfully subscribed your Amazon SNS topic to receive Bounce notifications."}""",
            mail.Send(), mail.DeliveryDelay(), mail.Open(), mail.Click(), mail.Subscription());

        Assert.Equal(before, await RowText.OfAllAsync(cloud.Stack, mail));
        Assert.Empty(await cloud.UnprocessedAsync());
        Assert.Empty(await cloud.UndeliveredAsync());
    }

    [Fact]
    public async Task An_event_older_than_a_removal_does_not_suppress_again_and_a_newer_one_does()
    {
        var mail = await cloud.SentAsync();
        await cloud.TakeInAsync(mail.Bounce(seconds: 10));
        await RemoveAsync(mail.To[0], "BOUNCE", SampleMail.Time(TimeSpan.FromSeconds(20)));

        await cloud.TakeInAsync(mail.Bounce(seconds: 10), mail.Bounce(seconds: 15), mail.Bounce(seconds: 5));
        Assert.Equal("Delivered", (await cloud.Stack.SendAsync(StackClient.Mail(mail.To[0]))).Kind);

        await cloud.TakeInAsync(mail.Bounce(seconds: 21));
        Assert.Equal("Suppressed", (await cloud.Stack.SendAsync(StackClient.Mail(mail.To[0]))).Kind);
        var row = Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0])).Value;
        Assert.Equal(
            ("4", "2026-11-24T09:00:05.120Z", "2026-11-24T09:00:21.120Z", "2026-11-24T09:00:20.120Z", "olivia", "the mailbox exists again"),
            (row["count"].N, row["firstSeen"].S, row["lastSeen"].S, row["removedAt"].S, row["removedBy"].S, row["removedReason"].S));
    }

    // As an operator marks a row that stays for the record.
    private async Task RemoveAsync(string email, string reason, string at) => await cloud.Stack.Clients.DynamoDb.UpdateItemAsync(
        new UpdateItemRequest
        {
            TableName = cloud.Stack.Stack.Outputs["suppressionTable"],
            Key = new() { ["email"] = new AttributeValue(email), ["reason"] = new AttributeValue(reason) },
            UpdateExpression = "SET removedAt = :at, removedBy = :by, removedReason = :why ADD version :one",
            ExpressionAttributeValues = new()
            {
                [":at"] = new AttributeValue(at),
                [":by"] = new AttributeValue("olivia"),
                [":why"] = new AttributeValue("the mailbox exists again"),
                [":one"] = new AttributeValue { N = "1" },
            },
        },
        TestContext.Current.CancellationToken);
}
