using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Feedback;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Tests.Lambdas.Feedback;

public sealed class FeedbackReaderTests
{
    private static readonly DateTimeOffset MailTime = DateTimeOffset.Parse(SesEvents.MailTime, null);
    private static readonly DateTimeOffset FeedbackTime = DateTimeOffset.Parse(SesEvents.FeedbackTime, null);
    private static readonly DateTimeOffset Received = new(2026, 11, 24, 10, 1, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("eventType")]
    [InlineData("notificationType")]
    public void Permanent_bounce_suppresses_in_either_envelope(string envelope)
    {
        var effect = Read(SesEvents.Bounce(envelope: envelope));
        var sighting = Assert.Single(effect.Sightings);
        Assert.Equal(
            new Sighting(
                "user@example.com", SuppressionReason.Bounce, FeedbackTime, "feedback-1", true, "Permanent", "General", SesEvents.MessageId,
                "smtp; 550 5.1.1 user unknown"),
            sighting);
        Assert.Equal(
            new MailNews(SesEvents.MessageId, MailTime, new FateMark(Fate.Bounced, FeedbackTime, "Permanent/General: smtp; 550 5.1.1 user unknown")),
            effect.News);
        Assert.Equal("send-1", effect.SendId);
    }

    [Theory]
    [InlineData("Transient")]
    [InlineData("Undetermined")]
    public void Other_bounces_suppress_nobody_and_are_a_fate(string type)
    {
        var effect = Read(SesEvents.Bounce(type: type, subType: "MailboxFull"));
        Assert.Empty(effect.Sightings);
        Assert.Equal(Fate.SoftBounced, effect.News!.Fate!.Fate);
        Assert.StartsWith($"{type}/MailboxFull: smtp;", effect.News.Fate.Reason, StringComparison.Ordinal);
        Assert.Equal("soft-bounce", Assert.Single(effect.Remarks).Kind);
    }

    [Fact]
    public void Transient_bounce_with_a_permanent_status_is_remarked_apart()
    {
        var effect = Read(SesEvents.Bounce(type: "Transient").Replace("4.4.7", "5.2.2", StringComparison.Ordinal));
        Assert.Empty(effect.Sightings);
        Assert.Equal("soft-bounce-with-permanent-status", Assert.Single(effect.Remarks).Kind);
    }

    [Fact]
    public void Only_the_recipients_listed_are_suppressed_and_each_of_them()
    {
        var effect = Read(SesEvents.Bounce(recipients: ["One@Example.com", "\"Two, B.\" <two@example.com>", "three@b\u00fccher.example"]));
        Assert.Equal(["one@example.com", "two@example.com", "three@xn--bcher-kva.example"], effect.Sightings.Select(sighting => sighting.Email));
    }

    [Theory]
    [InlineData("General")]
    [InlineData("NoEmail")]
    [InlineData("Suppressed")]
    [InlineData("EmailValidationSuppressed")]
    [InlineData("SomethingNew")]
    public void Every_permanent_subtype_counts(string subType) => Assert.True(Assert.Single(Read(SesEvents.Bounce(subType: subType)).Sightings).Counts);

    [Fact]
    public void An_address_on_the_account_list_stays_suppressed_without_counting()
    {
        Assert.False(Assert.Single(Read(SesEvents.Bounce(subType: "OnAccountSuppressionList")).Sightings).Counts);
        Assert.False(Assert.Single(Read(SesEvents.Complaint(subType: "OnAccountSuppressionList")).Sightings).Counts);
    }

    [Theory]
    [InlineData("abuse", "abuse")]
    [InlineData("not-spam", "not-spam")]
    [InlineData(null, "complaint")]
    public void Every_complaint_suppresses_and_has_a_reason(string? feedbackType, string reason)
    {
        var effect = Read(SesEvents.Complaint(feedbackType: feedbackType));
        Assert.Equal((SuppressionReason.Complaint, "user@example.com"), Assert.Single(effect.Sightings) is var s ? (s.Reason, s.Email) : default);
        Assert.Equal(new FateMark(Fate.Complained, FeedbackTime, reason), effect.News!.Fate);
    }

    [Fact]
    public void A_recipient_that_is_no_address_is_kept_as_it_stands()
    {
        var effect = Read(SesEvents.Bounce(recipients: ["Weird..Name@Example", "\"X\" <un known@Example.com>"]));
        Assert.Equal(["weird..name@example", "un known@example.com"], effect.Sightings.Select(sighting => sighting.Email));
        Assert.All(effect.Remarks, remark => Assert.Equal("irregular-recipient", remark.Kind));
    }

    [Fact]
    public void A_recipient_without_an_address_is_a_defect_that_does_not_cost_the_others()
    {
        var effect = Read(SesEvents.Bounce(recipients: ["one@example.com", " "]));
        Assert.Equal("one@example.com", Assert.Single(effect.Sightings).Email);
        Assert.IsType<UnreadableFeedback>(effect.Defect);
    }

    [Fact]
    public void Delivery_reject_and_rendering_failure_are_fates()
    {
        Assert.Equal(new FateMark(Fate.Delivered, FeedbackTime, null), Read(SesEvents.Delivery()).News!.Fate);
        Assert.Equal(new FateMark(Fate.Rejected, MailTime, "Bad content"), Read(SesEvents.Reject()).News!.Fate);
        Assert.Equal(
            new FateMark(Fate.Rejected, MailTime, "Attribute 'name' is not present in the rendering data."),
            Read(SesEvents.RenderingFailure()).News!.Fate);
    }

    [Fact]
    public void Send_event_is_news_without_a_fate() =>
        Assert.Equal(new MailNews(SesEvents.MessageId, MailTime, null), Read(SesEvents.Send()).News);

    [Theory]
    [InlineData("Open")]
    [InlineData("Click")]
    [InlineData("DeliveryDelay")]
    [InlineData("Subscription")]
    public void Events_that_nothing_depends_on_have_no_effect(string type)
    {
        var effect = Read(SesEvents.Other(type));
        Assert.Empty(effect.Sightings);
        Assert.Null(effect.News);
    }

    [Theory]
    [InlineData("Successfully validated SNS topic for Amazon SES event publishing.")]
    [InlineData("""{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"You have successfully subscribed your Amazon SNS topic"}""")]
    public void Messages_of_the_set_up_have_no_effect(string message)
    {
        var effect = Read(message);
        Assert.Empty(effect.Sightings);
        Assert.Null(effect.News);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hello secret@example.com")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"eventType":"Bounce"}""")]
    [InlineData("""{"eventType":"Bounce","mail":{}}""")]
    [InlineData("""{"eventType":"Bounce","mail":{},"bounce":{"bounceType":"Secret"}}""")]
    [InlineData("""{"eventType":"Complaint","mail":{}}""")]
    [InlineData("""{"eventType":"SecretType","mail":{}}""")]
    [InlineData("""{"eventType":"Bounce","mail":"secret"}""")]
    [InlineData("""{"eventType":"Bounce","mail":{},"bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"\ud800"}]}}""")]
    public void What_is_not_understood_is_refused_naming_the_message_and_not_its_content(string? message)
    {
        var error = Assert.Throws<UnreadableFeedback>(() => Read(message));
        Assert.Contains("sns-1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ecret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"eventType":"Bounce","mail":{},"bounce":{"bounceType":"Permanent"}}""")]
    [InlineData("""{"eventType":"Complaint","mail":{},"complaint":{"complainedRecipients":[null]}}""")]
    public void Suppressing_nobody_where_someone_must_be_is_a_defect(string message) => Assert.NotNull(Read(message).Defect);

    [Fact]
    public void Whatever_may_be_missing_may_be_missing()
    {
        var sighting = Assert.Single(Read(
            """{"notificationType":"Bounce","mail":{"messageId":"m"},"bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"a@b.de"}]}}""").Sightings);
        Assert.Equal(Received, sighting.At);
        Assert.Equal("m/2026-11-24T10:01:00.000Z", sighting.FeedbackId);
    }

    [Fact]
    public void Of_an_endless_answer_the_beginning_is_kept_and_no_character_is_halved()
    {
        const string Begin = "smtp; 550 5.1.1 ";
        var answer = new string('x', 999 - Begin.Length) + "\U0001F600" + new string('y', 5_000);

        var effect = Read(SesEvents.Bounce().Replace("user unknown", answer, StringComparison.Ordinal));

        Assert.Equal($"{Begin}{new string('x', 999 - Begin.Length)}\u2026", Assert.Single(effect.Sightings).Diagnostic);
        Assert.EndsWith("xx\u2026", effect.News!.Fate!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_feedback_id_is_as_good_as_none() =>
        Assert.Equal($"{SesEvents.MessageId}/{SesEvents.FeedbackTime}", Assert.Single(Read(SesEvents.Bounce(feedbackId: "")).Sightings).FeedbackId);

    [Fact]
    public void Foreign_mail_has_no_send_id()
    {
        Assert.Null(Read(SesEvents.Bounce(sendId: null)).SendId);
        Assert.Null(Read(SesEvents.Bounce(sendId: "no send id of ours")).SendId);
    }

    private static FeedbackEffect Read(string? message) => FeedbackReader.Read(message, "sns-1", Received);
}
