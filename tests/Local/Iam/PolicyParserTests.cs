using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Iam;

public class PolicyParserTests
{
    [Fact]
    public void A_statement_may_stand_alone_and_values_may_be_lists()
    {
        var document = PolicyParser.Parse("""{"Statement": {"Sid": "s", "Effect": "Deny", "Action": ["a:B", "a:C"], "Resource": "*"}}""", PolicyKind.Identity);

        var statement = Assert.Single(document.Statements);
        Assert.Equal((1, "s", false), (statement.Number, statement.Sid, statement.Allows));
        Assert.Equal(["a:B", "a:C"], statement.Actions.Patterns);
    }

    [Theory]
    [InlineData("nonsense", "it is not valid JSON")]
    [InlineData("""{"Statement": [], "Version": "2012-10-17"}""", "Statement must hold at least one statement")]
    [InlineData("""{"Version": "2012-10-17"}""", "Statement is missing")]
    [InlineData("""{"Version": "2020-01-01", "Statement": []}""", "Version '2020-01-01' must be 2012-10-17 or 2008-10-17")]
    [InlineData("""{"Rules": 1, "Statement": []}""", "Rules is not supported here")]
    [InlineData("""{"Statement": [1]}""", "Statement 1: it must be an object")]
    [InlineData("""{"Statement": [{"Effect": "allow", "Action": "a:B", "Resource": "*"}]}""", "Statement 1: Effect is 'allow': it must be Allow or Deny")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Resource": "*"}]}""", "Statement 1: it must have exactly one of Action and NotAction")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "a:B", "NotAction": "a:C", "Resource": "*"}]}""", "Statement 1: it must have exactly one of Action and NotAction")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "GetItem", "Resource": "*"}]}""", "Statement 1: Action 'GetItem' must be SERVICE:ACTION or *")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": [], "Resource": "*"}]}""", "Statement 1: Action is empty")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "a:B", "Resource": "table/x"}]}""", "Statement 1: Resource 'table/x' must be an ARN or *")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "a:B", "Resource": "arn:aws:iam::1:user/${aws:username}"}]}""", "Statement 1: Resource 'arn:aws:iam::1:user/${aws:username}': policy variables are not supported here")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "a:B", "Resource": "*"}]}""", "Statement 1: Principal must not be there: an identity's policy names no principal")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "NotPrincipal": "*", "Action": "a:B", "Resource": "*"}]}""", "Statement 1: NotPrincipal is not supported here")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "a:B", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}""", "Statement 1: Condition.Bool is not supported here (StringEquals, ")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "a:B", "Resource": "*", "Condition": {"StringEquals": {"aws:Colour": "red"}}}]}""", "Statement 1: Condition.StringEquals.aws:Colour is not supported here (")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "a:B", "Resource": "*"}, {"Effect": "Allow", "Action": "a:B", "Resource": "*", "Limit": 3}]}""", "Statement 2: Limit is not supported here")]
    public void What_is_malformed_or_not_known_is_refused_by_name(string policy, string reason) =>
        Assert.StartsWith(reason, Assert.Throws<PolicySyntaxException>(() => PolicyParser.Parse(policy, PolicyKind.Identity)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Action": "a:B", "Resource": "*"}]}""", "Statement 1: Principal must be \"*\" or an object")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Principal": {"Federated": "x"}, "Action": "a:B", "Resource": "*"}]}""", "Statement 1: Principal.Federated is not supported here")]
    [InlineData("""{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::000000000000:role/*"}, "Action": "a:B", "Resource": "*"}]}""", "Statement 1: Principal.AWS 'arn:aws:iam::000000000000:role/*': a principal's name takes no wildcard")]
    public void A_resource_s_policy_names_principals(string policy, string reason) =>
        Assert.StartsWith(reason, Assert.Throws<PolicySyntaxException>(() => PolicyParser.Parse(policy, PolicyKind.Resource)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_trust_policy_names_no_resource() => Assert.Equal(
        "Statement 1: Resource must not be there: a trust policy names no resource",
        Assert.Throws<PolicySyntaxException>(() => PolicyParser.Parse(
            """{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole", "Resource": "*"}]}""", PolicyKind.Trust)).Message);

    [Fact]
    public void IAM_refuses_to_store_it()
    {
        var iam = new IamStore();
        iam.CreateRole("r", """{"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""");

        var refusal = Assert.Throws<AwsException>(() => iam.PutRolePolicy("r", "p", """{"Statement": [{"Effect": "Allow", "Action": "a:B", "Resources": "*"}]}"""));

        Assert.Equal(("MalformedPolicyDocument", "Syntax errors in policy: Statement 1: Resources is not supported here."), (refusal.Code, refusal.Message));
        Assert.Empty(iam.PoliciesOf(iam.Roles.Single().Arn));
    }
}
