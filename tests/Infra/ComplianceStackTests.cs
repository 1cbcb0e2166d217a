using System.Collections.Immutable;
using SesCompliance.Infra;
using SesCompliance.Local;
using SesCompliance.Local.Deployment;

namespace SesCompliance.Tests.Infra;

[Collection(nameof(PulumiProgram))]
public class ComplianceStackTests
{
    /// <summary>The properties that hold a resource's name in AWS.</summary>
    private static readonly string[] NameProperties = ["name", "configurationSetName", "dashboardName"];

    private static readonly string[] WithTags =
    [
        "aws:cloudwatch/logGroup:LogGroup", "aws:cloudwatch/metricAlarm:MetricAlarm", "aws:dynamodb/table:Table", "aws:iam/policy:Policy", "aws:iam/role:Role",
        "aws:lambda/function:Function", "aws:sesv2/configurationSet:ConfigurationSet", "aws:sesv2/emailIdentity:EmailIdentity", "aws:sfn/stateMachine:StateMachine",
        "aws:sns/topic:Topic", "aws:sqs/queue:Queue",
    ];

    private static readonly string[] WithoutTags =
    [
        "aws:cloudwatch/dashboard:Dashboard", "aws:iam/rolePolicy:RolePolicy", "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "aws:lambda/permission:Permission",
        "aws:route53/record:Record", "aws:sesv2/accountSuppressionAttributes:AccountSuppressionAttributes", "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination",
        "aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes", "aws:sns/topicPolicy:TopicPolicy", "aws:sns/topicSubscription:TopicSubscription",
        "aws:sqs/queuePolicy:QueuePolicy",
    ];

    [Fact]
    public async Task Every_resource_has_a_component_as_parent_and_every_component_is_on_the_stack_or_in_one()
    {
        var stack = await StackUnderTest.DeclareAsync();
        var components = stack.Resources.Where(resource => resource.Type.StartsWith("ses-compliance:", StringComparison.Ordinal)).Select(component => component.Name).ToHashSet();

        Assert.All(stack.Resources, resource => Assert.True(
            resource.Parent is null ? components.Contains(resource.Name) : components.Contains(resource.Parent), $"{resource} hangs on {resource.Parent ?? "the stack"}"));
        Assert.Equal("feedback", stack.The("aws:sns/topic:Topic", "ses-feedback").Parent);
        Assert.Equal("ses-notification-handler", stack.The("aws:lambda/function:Function", "ses-notification-handler").Parent);
        Assert.Equal("send-flow", stack.The("aws:sfn/stateMachine:StateMachine", "send-flow").Parent);
    }

    [Fact]
    public async Task Two_stacks_share_no_name()
    {
        var dev = Names(await StackUnderTest.DeclareAsync("dev", ("identityMode", "reference")));
        var prod = Names(await StackUnderTest.DeclareAsync("prod"));

        Assert.NotEmpty(dev);
        Assert.Empty(dev.Intersect(prod));
        Assert.All(dev, name => Assert.EndsWith("-dev", name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stack_that_references_the_identity_does_not_declare_it()
    {
        var stack = await StackUnderTest.DeclareAsync("dev", ("identityMode", "reference"));

        Assert.Empty(stack.All("aws:sesv2/emailIdentity:EmailIdentity"));
        Assert.Contains(
            $"arn:aws:ses:{StrictMocks.Region}:{StrictMocks.Account}:identity/example.com",
            stack.The("aws:iam/rolePolicy:RolePolicy", "ses-send-email").Text("policy"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Everything_that_takes_tags_says_project_stack_and_component(string name)
    {
        var stack = await StackUnderTest.DeclareAsync(name, ("accountSuppression", "true"), ("hostedZone", "Z0123456789ABCDEFGHIJ"), ("alertEmails", "ops@example.com"));
        var resources = stack.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal)).ToList();

        // A type is in one of the two lists, by the provider's schema; a new one has to be put there.
        Assert.Equal(WithTags.Concat(WithoutTags).Order(StringComparer.Ordinal), resources.Select(resource => resource.Type).Distinct().Order(StringComparer.Ordinal));
        Assert.All(resources, resource => Assert.Equal(WithTags.Contains(resource.Type), resource.Inputs.ContainsKey("tags")));
        Assert.All(resources.Where(resource => WithTags.Contains(resource.Type)), resource =>
        {
            var tags = (ImmutableDictionary<string, object>)resource.Value("tags");
            Assert.Equal(["component", "project", "stack"], tags.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(("ses-compliance", name), ((string)tags["project"], (string)tags["stack"]));
            Assert.True(
                resource.Parent == (string)tags["component"] || stack.Resources.Any(component => component.Name == (string)tags["component"] && component.Type.StartsWith("ses-compliance:", StringComparison.Ordinal)),
                $"{resource} names the component {tags["component"]}, which there is not");
        });
    }

    [Fact]
    public async Task Every_log_group_is_kept_for_as_long_as_configured_and_there_is_one_for_each_function_and_the_flow()
    {
        var stack = await StackUnderTest.DeclareAsync("prod", ("logRetentionDays", "90"));
        var groups = stack.All("aws:cloudwatch/logGroup:LogGroup").ToList();

        Assert.Equal(
            stack.All("aws:lambda/function:Function").Select(function => $"/aws/lambda/{function.Text("name")}").Append("/aws/vendedlogs/states/ses-send-email-prod").Order(StringComparer.Ordinal),
            groups.Select(group => group.Text("name")).Order(StringComparer.Ordinal));
        Assert.All(groups, group => Assert.Equal(90, group.Number("retentionInDays")));
    }

    [Fact]
    public async Task Queues_are_encrypted_at_rest()
    {
        var stack = await StackUnderTest.DeclareAsync();

        Assert.Equal(2, stack.All("aws:sqs/queue:Queue").Count());
        Assert.All(stack.All("aws:sqs/queue:Queue"), queue => Assert.True(queue.Flag("sqsManagedSseEnabled")));
    }

    [Theory]
    [InlineData("Pulumi.prod.yaml", true)]
    [InlineData("Pulumi.dev.yaml", false)]
    public async Task Only_production_s_tables_and_identity_are_protected_from_deletion(string file, bool isProtected)
    {
        var name = file.Split('.')[1];
        var settings = StackFile.Read(Path.Combine(Repository.Root, file));
        var stack = await StackUnderTest.DeclareAsync(
            name, [.. settings.Keys(StackSettings.Namespace).Select(key => (key, settings.Get($"{StackSettings.Namespace}:{key}")!))]);

        Assert.Equal(2, stack.All("aws:dynamodb/table:Table").Count());
        Assert.All(stack.All("aws:dynamodb/table:Table"), table => Assert.Equal(isProtected, table.Flag("deletionProtectionEnabled")));
        Assert.Equal(
            isProtected ? ["aws:dynamodb/table:Table 'send-ledger'", "aws:dynamodb/table:Table 'suppression-list'", "aws:sesv2/emailIdentity:EmailIdentity 'sender'"] : [],
            stack.Resources.Where(resource => resource.Protect).Select(resource => resource.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Outputs_name_what_the_bot_and_the_operators_need()
    {
        var stack = await StackUnderTest.DeclareAsync();

        Assert.Equal(
            [
                "alertTopicArn", "botPolicyArn", "configurationSet", "dashboardName", "dnsRecords", "feedbackTopicArn", "fromAddress",
                "operatorReadPolicyArn", "operatorWritePolicyArn", "sendLedger",
                "stateMachineArn", "suppressionTable",
                "undeliveredFeedbackQueueUrl", "unprocessedFeedbackQueueUrl",
            ],
            stack.Outputs.Keys.Order(StringComparer.Ordinal));
    }

    private static ImmutableHashSet<string> Names(StackUnderTest stack) =>
        [.. stack.Resources.Where(resource => resource.Type is not ("aws:iam/rolePolicy:RolePolicy"))
            .SelectMany(resource => NameProperties.Where(resource.Inputs.ContainsKey).Select(resource.Text))];
}
