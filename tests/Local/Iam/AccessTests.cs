using System.Text.Json.Nodes;
using SesCompliance.Local;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Sqs;
using SesCompliance.Local.StepFunctions;
using SesCompliance.Local.Wire;
using SesCompliance.Tests.Local.Lambda;
using SesCompliance.Tests.Local.Sns;

namespace SesCompliance.Tests.Local.Iam;

public class AccessTests
{
    private const string Queue = "arn:aws:sqs:us-east-1:000000000000:q";
    private const string Definition = """{"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}""";

    private readonly IamStore iam = new();
    private readonly Access access;

    public AccessTests() => access = new Access(iam);

    [Fact]
    public void The_operator_may_do_everything_and_is_not_judged()
    {
        Assert.Null(access.Judge(new AccessRequest(CredentialStore.Operator, "sqs:SendMessage", Queue)));
        Assert.Empty(access.Log.Snapshot());
    }

    [Fact]
    public void A_role_needs_the_permission_once_in_its_own_policies_or_in_the_resource_s()
    {
        var caller = Role("lambda.amazonaws.com");
        Assert.False(access.Allows(new AccessRequest(caller, "sqs:SendMessage", Queue)));

        iam.PutRolePolicy("r", "p", """{"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"}]}""");
        Assert.True(access.Allows(new AccessRequest(caller, "sqs:SendMessage", Queue)));

        iam.DeleteRolePolicy("r", "p");
        access.Resources.Set(Queue, $$"""{"Statement": [{"Effect": "Allow", "Principal": {"AWS": "{{caller.RoleArn}}"}, "Action": "sqs:SendMessage", "Resource": "{{Queue}}"}]}""");
        Assert.True(access.Allows(new AccessRequest(caller, "sqs:SendMessage", Queue)));
    }

    [Fact]
    public void A_service_is_denied_where_the_resource_has_no_policy() =>
        Assert.False(access.Allows(new AccessRequest(new ServicePrincipal("sns.amazonaws.com", "arn:x"), "sqs:SendMessage", Queue)));

    [Fact]
    public void A_user_may_do_what_its_attached_policies_allow()
    {
        var credentials = new CredentialStore();
        var user = iam.CreateUser("bot");
        iam.AttachUserPolicy("bot", iam.CreatePolicy("p", """{"Statement": [{"Effect": "Allow", "Action": "states:StartExecution", "Resource": "*"}]}""").Arn);
        var caller = credentials.Identify(credentials.CreateAccessKey(user).AccessKeyId, null)!;

        Assert.True(access.Allows(new AccessRequest(caller, "states:StartExecution", "arn:aws:states:us-east-1:000000000000:stateMachine:m")));
        Assert.False(access.Allows(new AccessRequest(caller, "states:StopExecution", "arn:aws:states:us-east-1:000000000000:execution:m:x")));
    }

    [Fact]
    public void What_is_not_enforced_is_allowed()
    {
        var open = new Access(iam, enforced: false);

        Assert.True(open.Allows(new AccessRequest(Role("lambda.amazonaws.com"), "sqs:SendMessage", Queue)));
    }

    [Fact]
    public async Task Lambda_takes_on_only_roles_that_trust_it()
    {
        Role("states.amazonaws.com");
        await using var bench = await LambdaBench.StartAsync(options => options with { Access = access });

        var refusal = Assert.Throws<AwsException>(() => bench.Create("respond 1", adapt: function => function with { RoleArn = "arn:aws:iam::000000000000:role/r" }));

        Assert.Equal(("InvalidParameterValueException", "The role defined for the function cannot be assumed by Lambda."), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Step_Functions_takes_on_only_roles_that_trust_it()
    {
        Role("lambda.amazonaws.com");
        await using var machines = new StateMachines(new CloudClock(), new Random(1), new RecordingLambda(), access);

        var refusal = Assert.Throws<AwsException>(() => machines.Create("m", Definition, "arn:aws:iam::000000000000:role/r"));

        Assert.Equal(
            ("AccessDeniedException", "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role."),
            (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Step_Functions_asks_for_the_log_delivery_when_a_machine_logs()
    {
        Role("states.amazonaws.com");
        await using var machines = new StateMachines(new CloudClock(), new Random(1), new RecordingLambda(), access);
        var logging = new JsonObject { ["level"] = "ERROR" };

        var refusal = Assert.Throws<AwsException>(() => machines.Create("m", Definition, "arn:aws:iam::000000000000:role/r", logging));
        Assert.Equal(("AccessDeniedException", "The state machine IAM Role is not authorized to access the Log Destination"), (refusal.Code, refusal.Message));

        iam.PutRolePolicy("r", "p", """{"Statement": [{"Effect": "Allow", "Action": "logs:CreateLogDelivery", "Resource": "*"}]}""");
        machines.Create("m", Definition, "arn:aws:iam::000000000000:role/r", logging);
    }

    [Fact]
    public async Task SNS_sends_to_a_queue_only_where_its_policy_lets_the_topic()
    {
        var queues = new Queues(new CloudClock(), access);
        var queue = queues.Create("q", new Dictionary<string, string>(), new Dictionary<string, string>());
        var topic = new ServicePrincipal("sns.amazonaws.com", "arn:aws:sns:us-east-1:000000000000:t");

        var refusal = await Assert.ThrowsAsync<AwsException>(() => queues.SendAsync(queue.Arn, "x", null, topic, TestContext.Current.CancellationToken));
        Assert.Equal(("AccessDeniedException", 403), (refusal.Code, refusal.StatusCode));

        queues.SetPolicy("q", $$"""{"Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"}, "Action": "sqs:SendMessage", "Resource": "{{queue.Arn}}", "Condition": {"ArnEquals": {"aws:SourceArn": "{{topic.SourceArn}}"} } }]}""");
        await queues.SendAsync(queue.Arn, "x", null, topic, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<AwsException>(() => queues.SendAsync(queue.Arn, "x", null, topic with { SourceArn = topic.SourceArn + "2" }, TestContext.Current.CancellationToken));
    }

    private Caller Role(string trusted) => Caller.OfRole(
        iam.CreateRole("r", $$"""{"Statement": [{"Effect": "Allow", "Principal": {"Service": "{{trusted}}"}, "Action": "sts:AssumeRole"}]}""").Arn, "session");
}
