using SesCompliance.Local.Iam;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Sns;

public class TopicPolicyTests
{
    private const string SetArn = "arn:aws:ses:us-east-1:000000000000:configuration-set/set";

    private const string Allow =
        """
        {"Effect": "Allow", "Principal": {"Service": "ses.amazonaws.com"}, "Action": "sns:Publish", "Resource": "arn:aws:sns:us-east-1:000000000000:feedback",
         "Condition": {"StringEquals": {"aws:SourceAccount": "000000000000"}, "ArnLike": {"AWS:SourceArn": "arn:aws:ses:us-east-1:000000000000:configuration-set/set"}}}
        """;

    [Fact]
    public async Task The_configuration_set_that_the_policy_names_may_publish() => Assert.True(await AllowsAsync(Policy(Allow), "ses.amazonaws.com", SetArn));

    [Fact]
    public async Task Another_configuration_set_may_not() => Assert.False(await AllowsAsync(Policy(Allow), "ses.amazonaws.com", SetArn + "2"));

    [Fact]
    public async Task Another_service_may_not() => Assert.False(await AllowsAsync(Policy(Allow), "cloudwatch.amazonaws.com", SetArn));

    [Fact]
    public async Task Another_account_s_condition_does_not_hold() =>
        Assert.False(await AllowsAsync(Policy(Allow.Replace("\"000000000000\"", "\"111111111111\"", StringComparison.Ordinal)), "ses.amazonaws.com", SetArn));

    [Fact]
    public async Task A_denial_wins() => Assert.False(await AllowsAsync(
        Policy(Allow + ", {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"sns:*\", \"Resource\": \"*\"}"), "ses.amazonaws.com", SetArn));

    [Fact]
    public async Task A_topic_without_a_policy_of_its_own_lets_the_account_s_services_publish() => Assert.True(await AllowsAsync(null, "ses.amazonaws.com", SetArn));

    [Fact]
    public async Task A_topic_without_a_policy_of_its_own_lets_the_account_s_alarms_publish() =>
        Assert.True(await AllowsAsync(null, "cloudwatch.amazonaws.com", "arn:aws:cloudwatch:us-east-1:000000000000:alarm:bounce-rate"));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "SNS:Publish", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}""")]
    public async Task What_is_no_policy_or_not_understood_is_refused_when_it_is_set(string policy)
    {
        await using var world = new SnsWorld();
        var topic = world.Topic();

        Assert.Equal("InvalidParameter", Assert.Throws<AwsException>(() => world.Topics.SetPolicy(topic.Arn, policy)).Code);
    }

    [Fact]
    public async Task Publishing_without_permission_is_refused()
    {
        await using var world = new SnsWorld();
        var topic = world.Topic();
        world.Topics.SetPolicy(topic.Arn, Policy(Allow));

        var refusal = await Assert.ThrowsAsync<AwsException>(() =>
            world.Topics.PublishAsync(topic.Arn, "x", null, new ServicePrincipal("events.amazonaws.com", "arn:x"), SnsWorld.Cancellation));

        Assert.Equal(("AuthorizationError", 403), (refusal.Code, refusal.StatusCode));
        Assert.Contains("events.amazonaws.com", refusal.Message, StringComparison.Ordinal);
    }

    private static string Policy(string statements) => $$"""{"Version": "2012-10-17", "Statement": [{{statements}}]}""";

    private static async Task<bool> AllowsAsync(string? policy, string service, string sourceArn)
    {
        await using var world = new SnsWorld();
        var topic = world.Topics.Create(new Topic("feedback") { Policy = policy });
        try
        {
            await world.Topics.PublishAsync(topic.Arn, "x", null, new ServicePrincipal(service, sourceArn), SnsWorld.Cancellation);
            return true;
        }
        catch (AwsException refusal) when (refusal.Code == "AuthorizationError")
        {
            return false;
        }
    }
}
