using System.Collections.Immutable;

namespace SesCompliance.Tests.Infra;

[Collection(nameof(PulumiProgram))]
public class ComplianceStackTests
{
    /// <summary>The properties that hold a resource's name in AWS.</summary>
    private static readonly string[] NameProperties = ["name", "configurationSetName", "dashboardName"];

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

    [Fact]
    public async Task Everything_that_takes_tags_says_project_stack_and_component()
    {
        var stack = await StackUnderTest.DeclareAsync("prod");
        string[] withoutTags =
        [
            "aws:cloudwatch/dashboard:Dashboard", "aws:iam/rolePolicy:RolePolicy", "aws:lambda/permission:Permission", "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
            "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes", "aws:sns/topicPolicy:TopicPolicy",
            "aws:sns/topicSubscription:TopicSubscription", "aws:sqs/queuePolicy:QueuePolicy",
        ];

        Assert.All(
            stack.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal) && !withoutTags.Contains(resource.Type)),
            resource =>
            {
                Assert.Equal("ses-compliance", resource.Text("tags.project"));
                Assert.Equal("prod", resource.Text("tags.stack"));
                Assert.NotEmpty(resource.Text("tags.component"));
            });
    }

    [Fact]
    public async Task Outputs_name_what_the_bot_and_the_operators_need()
    {
        var stack = await StackUnderTest.DeclareAsync();

        Assert.Equal(
            [
                "alertTopicArn", "botPolicyArn", "configurationSet", "dashboardName", "dnsRecords", "feedbackTopicArn", "fromAddress", "sendLedger",
                "stateMachineArn", "suppressionTable",
                "undeliveredFeedbackQueueUrl", "unprocessedFeedbackQueueUrl",
            ],
            stack.Outputs.Keys.Order(StringComparer.Ordinal));
    }

    private static ImmutableHashSet<string> Names(StackUnderTest stack) =>
        [.. stack.Resources.Where(resource => resource.Type is not ("aws:iam/rolePolicy:RolePolicy"))
            .SelectMany(resource => NameProperties.Where(resource.Inputs.ContainsKey).Select(resource.Text))];
}
