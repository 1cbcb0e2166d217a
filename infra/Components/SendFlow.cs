using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sfn;
using Pulumi.Aws.Sfn.Inputs;
using SesCompliance.Infra.Policies;

namespace SesCompliance.Infra.Components;

internal sealed record SendFlowArgs(StackSettings Settings, SendFunctions Functions);

/// <summary>The state machine that sends a mail (SendFlow.asl.json), its role and its log group.</summary>
internal sealed class SendFlow : ComponentResource
{
    public SendFlow(string name, SendFlowArgs args, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:SendFlow", name, options)
    {
        var (settings, functions) = args;
        var stateMachineName = settings.Named("ses-send-email");
        var child = new CustomResourceOptions { Parent = this };

        var logs = new LogGroup(name, new LogGroupArgs
        {
            // Under this prefix Step Functions' log delivery needs no entry in the account's one, size-limited resource policy.
            Name = $"/aws/vendedlogs/states/{stateMachineName}",
            RetentionInDays = settings.LogRetentionDays,
            Tags = settings.Tags(name),
        }, child);
        var role = new Role(name, new RoleArgs
        {
            Name = settings.Named("ses-send-flow"),
            AssumeRolePolicy = PolicyDocument.AssumedBy("states.amazonaws.com"),
            Tags = settings.Tags(name),
        }, child);
        var policy = new RolePolicy(name, new RolePolicyArgs
        {
            Name = "flow",
            Role = role.Name,
            Policy = PolicyDocument.Of(
                new PolicyStatement("lambda:InvokeFunction")
                {
                    // Every version, since executions from before a deployment go on calling the one before.
                    Resources = new()
                    {
                        Versions(functions.CheckSuppression), Versions(functions.SendEmail), Versions(functions.PublishMetric), Versions(functions.AwaitFeedback),
                    },
                },
                // Log deliveries have no ARNs: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
                new PolicyStatement(
                    "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries",
                    "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups")
                {
                    Resources = "*",
                },
                // X-Ray knows no resources either: https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html
                new PolicyStatement("xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets") { Resources = "*" }),
        }, child);

        var machine = new StateMachine(name, new StateMachineArgs
        {
            Name = stateMachineName,
            Type = "STANDARD",
            RoleArn = role.Arn,
            Definition = SendFlowDefinition.Fill(settings, functions),
            LoggingConfiguration = new StateMachineLoggingConfigurationArgs
            {
                // Execution data would put codes and addresses into the log.
                IncludeExecutionData = false,
                Level = "ERROR",
                LogDestination = Output.Format($"{logs.Arn}:*"),
            },
            // Times and outcomes of sampled executions; a trace holds nothing of their data.
            TracingConfiguration = new StateMachineTracingConfigurationArgs { Enabled = true },
            Tags = settings.Tags(name),
        }, new CustomResourceOptions { Parent = this, DependsOn = { policy } });

        StateMachineArn = machine.Arn;
        RegisterOutputs();
    }

    public Output<string> StateMachineArn { get; }

    /// <summary>A pattern for every execution's ARN.</summary>
    public Output<string> ExecutionArns => StateMachineArn.Apply(arn => arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":*");

    private static Output<string> Versions(LambdaFunction function) => Output.Format($"{function.Arn}:*");

    /// <summary>Lets functions end the flow's wait for feedback.</summary>
    public void TakeTaskResultsFrom(params LambdaFunction[] functions)
    {
        foreach (var function in functions)
        {
            function.Allow("task-results", new PolicyStatement("states:SendTaskSuccess", "states:SendTaskFailure") { Resources = StateMachineArn });
        }
    }
}
