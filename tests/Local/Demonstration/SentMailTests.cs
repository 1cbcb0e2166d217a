using System.Text.Json.Nodes;
using SesCompliance.Local.Demonstration;

namespace SesCompliance.Tests.Local.Demonstration;

public class SentMailTests
{
    private static readonly DemonstrationMail Mail = new("title", "id", new JsonObject { ["to"] = "a@example.com" }, "Delivered");

    [Fact]
    public void Another_outcome_than_the_expected_one_is_told() => Assert.False(Sent(Mail, "Bounced").AsExpected);

    [Fact]
    public void The_expected_outcome_by_the_expected_way_is_as_it_should_be()
    {
        Assert.True(Sent(Mail, "Delivered").AsExpected);
        Assert.True(Sent(Mail with { Through = "CountCheckFailure" }, "Delivered", "CheckSuppression", "CountCheckFailure").AsExpected);
        Assert.False(Sent(Mail with { Through = "CountCheckFailure" }, "Delivered", "CheckSuppression").AsExpected);
    }

    [Theory]
    [InlineData("""{"errorType": "InvalidRequest", "errorMessage": "to is missing"}""", "to is missing")]
    [InlineData("""{"other": 1}""", """{"other": 1}""")]
    [InlineData("plain text", "plain text")]
    public void A_cause_is_told_by_its_message(string cause, string message) => Assert.Equal(message, SentMail.Message(cause));

    private static SentMail Sent(DemonstrationMail mail, string ended, params string[] states) =>
        new(mail, ended, "", TimeSpan.Zero, [.. states.Select(state => new PathStep(state, TimeSpan.Zero, []))]);
}
