using SesCompliance.Ops.Doctor;

namespace SesCompliance.Tests.Ops.Doctor;

public sealed class TopicPolicyTests
{
    private const string Account = "111122223333";
    private const string Set = "arn:aws:ses:us-east-1:111122223333:configuration-set/ses-compliance-dev";

    private const string SourceAccount = "\"StringEquals\": {\"aws:SourceAccount\": \"111122223333\"}";

    [Theory]
    [InlineData("{\"Service\": \"ses.amazonaws.com\"}", "[\"SNS:Publish\"]", SourceAccount)]
    [InlineData("{\"Service\": [\"sns.amazonaws.com\", \"ses.amazonaws.com\"]}", "\"sns:*\"", SourceAccount)]
    [InlineData("{\"Service\": \"ses.amazonaws.com\"}", "\"sns:Publish\"", "\"StringEquals\": {\"AWS:SourceAccount\": [\"1\", \"111122223333\"]}, \"ArnLike\": {\"aws:SourceArn\": \"arn:aws:ses:*:111122223333:configuration-set/*\"}")]
    public void SES_may_publish(string principal, string action, string conditions) =>
        Assert.Null(TopicPolicy.Flaw(Policy("Allow", principal, action, conditions), Account, Set));

    [Theory]
    [InlineData("Deny", "{\"Service\": \"ses.amazonaws.com\"}", "", "it denies SES")]
    [InlineData("Allow", "{\"Service\": \"sns.amazonaws.com\"}", SourceAccount, "no statement lets ses.amazonaws.com publish")]
    [InlineData("Allow", "{\"Service\": \"ses.amazonaws.com\"}", "\"ArnEquals\": {\"aws:SourceArn\": \"arn:aws:ses:us-east-1:111122223333:configuration-set/other\"}", "its conditions do not hold for this account and configuration set")]
    public void SES_may_not_publish(string effect, string principal, string conditions, string what) =>
        Assert.Equal(new TopicPolicyFlaw(what, Blocks: true), TopicPolicy.Flaw(Policy(effect, principal, "\"sns:Publish\"", conditions), Account, Set));

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData(null)]
    public void No_policy_lets_nobody_publish(string? policy) => Assert.True(TopicPolicy.Flaw(policy, Account, Set)!.Blocks);

    private static string Policy(string effect, string principal, string action, string conditions)
    {
        var condition = conditions.Length == 0 ? "" : $", \"Condition\": {{{conditions}}}";
        return $"{{\"Statement\": [{{\"Effect\": \"{effect}\", \"Principal\": {principal}, \"Action\": {action}, \"Resource\": \"*\"{condition}}}]}}";
    }
}
