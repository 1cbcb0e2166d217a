using Pulumi;
using Pulumi.Aws.Iam;
using SesCompliance.Infra.Policies;

namespace SesCompliance.Infra.Components;

internal sealed record BotAccessArgs(StackSettings Settings, SendFlow Flow);

/// <summary>All that the bot may do: start executions of the send flow and read what became of them.</summary>
internal sealed class BotAccess : ComponentResource
{
    public BotAccess(string name, BotAccessArgs args, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:BotAccess", name, options)
    {
        var (settings, flow) = args;
        var policy = new Policy(name, new PolicyArgs
        {
            Name = settings.Named("ses-bot"),
            Description = "Start the send flow and describe its executions.",
            PolicyDocument = PolicyDocument.Of(
                new PolicyStatement("states:StartExecution") { Sid = "StartSends", Resources = flow.StateMachineArn },
                new PolicyStatement("states:DescribeExecution")
                {
                    Sid = "ReadOutcomes",
                    Resources = flow.ExecutionArns,
                }),
            Tags = settings.Tags(name),
        }, new CustomResourceOptions { Parent = this });

        PolicyArn = policy.Arn;
        RegisterOutputs();
    }

    public Output<string> PolicyArn { get; }
}
