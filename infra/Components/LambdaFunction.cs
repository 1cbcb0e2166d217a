using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using SesCompliance.Infra.Policies;

namespace SesCompliance.Infra.Components;

/// <param name="Settings">The stack's settings.</param>
/// <param name="Handler">The class in lambdas/ that the archive's <c>bootstrap</c> runs.</param>
/// <param name="Allows">What the function may do besides writing its log.</param>
/// <param name="Environment">Its environment variables.</param>
internal sealed record LambdaFunctionArgs(StackSettings Settings, string Handler, PolicyStatement[] Allows, InputMap<string> Environment)
{
    /// <summary>Seconds.</summary>
    public int Timeout { get; init; } = 10;

    /// <summary>MB; CPU comes with it, a whole core at 1,769.</summary>
    public int MemorySize { get; init; } = 256;

    /// <summary>Whether each change becomes a version that stays as it is: what runs long names one (docs/decisions/versions-in-the-definition.md).</summary>
    public bool Versioned { get; init; }

    /// <summary>How many may run at once; null: as many as the account allows.</summary>
    public int? ReservedConcurrency { get; init; }
}

/// <summary>A function with a role, a log group and a policy of its own.</summary>
internal sealed class LambdaFunction : ComponentResource
{
    private readonly string name;

    public LambdaFunction(string name, LambdaFunctionArgs args, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:LambdaFunction", name, options)
    {
        this.name = name;
        var settings = args.Settings;
        var functionName = settings.Named(name);
        var child = new CustomResourceOptions { Parent = this };

        var logs = new LogGroup(name, new LogGroupArgs
        {
            Name = $"/aws/lambda/{functionName}",
            RetentionInDays = settings.LogRetentionDays,
            Tags = settings.Tags(name),
        }, child);
        Role = new Role(name, new RoleArgs
        {
            Name = functionName,
            AssumeRolePolicy = PolicyDocument.AssumedBy("lambda.amazonaws.com"),
            Tags = settings.Tags(name),
        }, child);
        var policy = new RolePolicy(name, new RolePolicyArgs
        {
            Name = "function",
            Role = Role.Name,
            Policy = PolicyDocument.Of([
                new PolicyStatement("logs:CreateLogStream", "logs:PutLogEvents") { Resources = Output.Format($"{logs.Arn}:*") },
                .. args.Allows,
            ]),
        }, child);

        var function = new Function(name, new FunctionArgs
        {
            Name = functionName,
            Runtime = "provided.al2023",
            Architectures = { settings.Architecture },
            Handler = args.Handler,
            Code = new FileArchive(FunctionArchive.For(settings.Architecture)),
            Role = Role.Arn,
            MemorySize = args.MemorySize,
            Timeout = args.Timeout,
            ReservedConcurrentExecutions = args.ReservedConcurrency is { } most ? (Input<int>)most : null!,
            Publish = args.Versioned,
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "JSON", LogGroup = logs.Name },
            Environment = new FunctionEnvironmentArgs { Variables = args.Environment },
            Tags = settings.Tags(name),
        }, new CustomResourceOptions { Parent = this, DependsOn = { policy } });

        Arn = function.Arn;
        VersionArn = function.QualifiedArn;
        FunctionName = function.Name;
        RegisterOutputs();
    }

    public Output<string> Arn { get; }

    /// <summary>The version just deployed; of a function without versions $LATEST.</summary>
    public Output<string> VersionArn { get; }

    public Output<string> FunctionName { get; }

    public Role Role { get; }

    /// <summary>Allows more, for resources that are declared after the function.</summary>
    /// <param name="policyName">Names the policy on the function's role.</param>
    public void Allow(string policyName, PolicyStatement statement) => _ = new RolePolicy($"{name}-{policyName}", new RolePolicyArgs
    {
        Name = policyName,
        Role = Role.Name,
        Policy = PolicyDocument.Of(statement),
    }, new CustomResourceOptions { Parent = this });
}
