using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;

namespace SesCompliance.Tests.Local.Iam;

public class AccessDecisionTests
{
    private const string Table = "arn:aws:dynamodb:us-east-1:000000000000:table/list";

    private static readonly Caller Session = Caller.OfRole("arn:aws:iam::000000000000:role/checker", "f");

    [Theory]
    [InlineData("dynamodb:Query", Table, true)]
    [InlineData("DynamoDB:query", Table, true)]
    [InlineData("dynamodb:GetItem", Table, false)]
    [InlineData("dynamodb:Query", Table + "2", false)]
    [InlineData("dynamodb:Query", Table + "/index/i", false)]
    public void What_nothing_allows_is_denied(string action, string resource, bool allowed) => Assert.Equal(
        allowed, Decide(new AccessRequest(Session, action, resource), Allow("dynamodb:Query", Table)).IsAllowed);

    [Fact]
    public void A_denial_goes_before_all_that_allows()
    {
        var decision = Decide(
            new AccessRequest(Session, "dynamodb:Query", Table), Allow("*", "*"), """{"Effect": "Deny", "Action": "dynamodb:*", "Resource": "*"}""");

        Assert.False(decision.IsAllowed);
        Assert.Equal(2, decision.DeniedBy!.Statement.Number);
        Assert.Single(decision.AllowedBy);
    }

    [Theory]
    [InlineData("dynamodb:DeleteTable", false)]
    [InlineData("dynamodb:GetItem", true)]
    public void NotAction_is_every_other_action(string action, bool allowed) => Assert.Equal(allowed, Decide(
        new AccessRequest(Session, action, Table), """{"Effect": "Allow", "NotAction": "dynamodb:Delete*", "Resource": "*"}""").IsAllowed);

    [Theory]
    [InlineData("""{"StringEquals": {"cloudwatch:namespace": "DiscordBot/SES"}}""", true)]
    [InlineData("""{"StringEquals": {"CloudWatch:Namespace": ["other", "DiscordBot/SES"]}}""", true)]
    [InlineData("""{"StringEquals": {"cloudwatch:namespace": "discordbot/ses"}}""", false)]
    [InlineData("""{"StringEqualsIgnoreCase": {"cloudwatch:namespace": "discordbot/ses"}}""", true)]
    [InlineData("""{"StringNotEquals": {"cloudwatch:namespace": "DiscordBot/SES"}}""", false)]
    [InlineData("""{"StringLike": {"cloudwatch:namespace": "DiscordBot/*"}}""", true)]
    [InlineData("""{"StringLike": {"cloudwatch:namespace": "DiscordBot/?"}}""", false)]
    [InlineData("""{"StringNotLike": {"cloudwatch:namespace": "AWS/*"}}""", true)]
    [InlineData("""{"StringEquals": {"ses:FromAddress": "a@example.com"}}""", false)]
    [InlineData("""{"StringNotEquals": {"ses:FromAddress": "a@example.com"}}""", true)]
    [InlineData("""{"StringEqualsIfExists": {"ses:FromAddress": "a@example.com"}}""", true)]
    [InlineData("""{"StringEquals": {"cloudwatch:namespace": "DiscordBot/SES", "aws:RequestedRegion": "eu-west-1"}}""", false)]
    [InlineData("""{"StringEquals": {"cloudwatch:namespace": "DiscordBot/SES"}, "StringLike": {"aws:RequestedRegion": "us-*"}}""", true)]
    [InlineData("""{"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::000000000000:role/checker"}}""", true)]
    [InlineData("""{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/check*"}}""", true)]
    [InlineData("""{"ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/check*"}}""", false)]
    public void All_conditions_must_hold_and_a_missing_key_holds_only_negated_ones(string condition, bool allowed) => Assert.Equal(allowed, Decide(
        new AccessRequest(Session, "cloudwatch:PutMetricData", "*") { Context = AccessRequest.NoContext.Add(ConditionKeys.MetricNamespace, "DiscordBot/SES") },
        $$"""{"Effect": "Allow", "Action": "cloudwatch:PutMetricData", "Resource": "*", "Condition": {{condition}}}""").IsAllowed);

    [Theory]
    [InlineData("\"*\"", true)]
    [InlineData("""{"AWS": "*"}""", true)]
    [InlineData("""{"Service": "sns.amazonaws.com"}""", true)]
    [InlineData("""{"Service": ["ses.amazonaws.com", "sns.amazonaws.com"]}""", true)]
    [InlineData("""{"Service": "ses.amazonaws.com"}""", false)]
    [InlineData("""{"AWS": "000000000000"}""", false)]
    public void A_service_is_allowed_only_where_a_principal_means_it(string principal, bool allowed) => Assert.Equal(
        allowed, DecideByResource(principal, new ServicePrincipal("sns.amazonaws.com", "arn:aws:sns:us-east-1:000000000000:t"), "Allow"));

    [Theory]
    [InlineData("""{"AWS": "arn:aws:iam::000000000000:role/checker"}""", true)]
    [InlineData("""{"AWS": "arn:aws:sts::000000000000:assumed-role/checker/f"}""", true)]
    [InlineData("""{"AWS": "arn:aws:iam::000000000000:role/other"}""", false)]
    [InlineData("""{"AWS": "arn:aws:iam::111111111111:root"}""", false)]
    [InlineData("""{"AWS": "arn:aws:iam::000000000000:root"}""", false)]
    [InlineData("""{"Service": "lambda.amazonaws.com"}""", false)]
    public void A_resource_may_allow_a_role_by_itself_but_the_account_only_by_its_identities_policies(string principal, bool allowed) =>
        Assert.Equal(allowed, DecideByResource(principal, Session, "Allow"));

    [Fact]
    public void A_denial_to_the_account_is_one_to_its_identities()
    {
        var policy = Attached("arn:aws:sqs:us-east-1:000000000000:q", PolicyKind.Resource, """{"Effect": "Deny", "Principal": {"AWS": "000000000000"}, "Action": "*", "Resource": "*"}""");

        Assert.NotNull(AccessDecision.On(new AccessRequest(Session, "sqs:SendMessage", "arn:aws:sqs:us-east-1:000000000000:q"), [policy]).DeniedBy);
    }

    [Fact]
    public void Without_a_statement_it_may_be_decided_otherwise()
    {
        var decision = Decide(new AccessRequest(Session, "dynamodb:Query", Table), Allow("dynamodb:Query", Table), Allow("dynamodb:GetItem", Table));

        Assert.False(decision.Without(reference => reference.Statement.Number == 1).IsAllowed);
        Assert.True(decision.Without(reference => reference.Statement.Number == 2).IsAllowed);
    }

    private static bool DecideByResource(string principal, IPrincipal caller, string effect) => AccessDecision.On(
        new AccessRequest(caller, "sqs:SendMessage", "arn:aws:sqs:us-east-1:000000000000:q"),
        [Attached("arn:aws:sqs:us-east-1:000000000000:q", PolicyKind.Resource, $$"""{"Effect": "{{effect}}", "Principal": {{principal}}, "Action": "sqs:SendMessage", "Resource": "*"}""")]).IsAllowed;

    private static AccessDecision Decide(AccessRequest request, params string[] statements) =>
        AccessDecision.On(request, [Attached("arn:aws:iam::000000000000:role/checker", PolicyKind.Identity, statements)]);

    private static string Allow(string action, string resource) => $$"""{"Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}"}""";

    private static AttachedPolicy Attached(string owner, PolicyKind kind, params string[] statements) =>
        new(owner, "p", PolicyParser.Parse($$"""{"Version": "2012-10-17", "Statement": [{{string.Join(", ", statements)}}]}""", kind));
}
