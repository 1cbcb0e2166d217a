using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Testing;

namespace SesCompliance.Tests.Infra;

/// <summary>Stands for the AWS provider: answers each resource type that the program declares with its outputs, and no other.</summary>
internal sealed class StrictMocks : IMocks
{
    public const string Account = "111122223333";
    public const string Region = "eu-west-1";

    /// <summary>Of each function that publishes versions, as after some deployments.</summary>
    public const string PublishedVersion = "7";

    public ConcurrentQueue<DeclaredResource> Declared { get; } = new();

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var resource = new DeclaredResource(args.Type!, args.Name!, args.Inputs);
        Declared.Enqueue(resource);
        if (args.Type!.StartsWith("ses-compliance:index:", StringComparison.Ordinal))
        {
            return Task.FromResult<(string?, object)>((null, args.Inputs));
        }

        var state = new Dictionary<string, object>(args.Inputs);
        var id = Outputs(resource, state);
        return Task.FromResult<(string?, object)>((id, state));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => new Dictionary<string, object> { ["accountId"] = Account, ["id"] = Account, ["arn"] = "arn", ["userId"] = "user" },
        "aws:index/getRegion:getRegion" => new Dictionary<string, object> { ["region"] = Region, ["id"] = Region, ["description"] = "", ["endpoint"] = "" },
        "aws:index/getPartition:getPartition" => new Dictionary<string, object> { ["partition"] = "aws", ["id"] = "aws", ["dnsSuffix"] = "amazonaws.com", ["reverseDnsPrefix"] = "com.amazonaws" },
        _ => throw new InvalidOperationException($"The program calls {args.Token}, which the tests do not know"),
    });

    private static string Outputs(DeclaredResource resource, Dictionary<string, object> state)
    {
        string Named(string key, string arn)
        {
            state["arn"] = arn;
            return (string)state[key];
        }

        switch (resource.Type)
        {
            case "aws:dynamodb/table:Table":
                return Named("name", Arn("dynamodb", $"table/{resource.Text("name")}"));
            case "aws:cloudwatch/logGroup:LogGroup":
                return Named("name", Arn("logs", $"log-group:{resource.Text("name")}"));
            case "aws:cloudwatch/metricAlarm:MetricAlarm":
                return Named("name", Arn("cloudwatch", $"alarm:{resource.Text("name")}"));
            case "aws:cloudwatch/dashboard:Dashboard":
                return resource.Text("dashboardName");
            case "aws:iam/role:Role":
                return Named("name", $"arn:aws:iam::{Account}:role/{resource.Text("name")}");
            case "aws:iam/policy:Policy":
                return Named("name", $"arn:aws:iam::{Account}:policy/{resource.Text("name")}");
            case "aws:lambda/function:Function":
                state["qualifiedArn"] = Arn("lambda", $"function:{resource.Text("name")}:{(resource.Flag("publish") ? PublishedVersion : "$LATEST")}");
                return Named("name", Arn("lambda", $"function:{resource.Text("name")}"));
            case "aws:sfn/stateMachine:StateMachine":
                return Named("name", Arn("states", $"stateMachine:{resource.Text("name")}"));
            case "aws:sns/topic:Topic":
                return Named("name", Arn("sns", resource.Text("name")));
            case "aws:sqs/queue:Queue":
                state["url"] = $"https://sqs.{Region}.amazonaws.com/{Account}/{resource.Text("name")}";
                return Named("name", Arn("sqs", resource.Text("name")));
            case "aws:sesv2/configurationSet:ConfigurationSet":
                return Named("configurationSetName", Arn("ses", $"configuration-set/{resource.Text("configurationSetName")}"));
            case "aws:sesv2/emailIdentity:EmailIdentity":
                state["dkimSigningAttributes"] = new Dictionary<string, object> { ["tokens"] = new[] { "token1", "token2", "token3" } };
                return Named("emailIdentity", Arn("ses", $"identity/{resource.Text("emailIdentity")}"));
            case "aws:iam/rolePolicy:RolePolicy":
            case "aws:lambda/permission:Permission":
            case "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig":
            case "aws:route53/record:Record":
            case "aws:sesv2/accountSuppressionAttributes:AccountSuppressionAttributes":
            case "aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes":
            case "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination":
            case "aws:sns/topicPolicy:TopicPolicy":
            case "aws:sns/topicSubscription:TopicSubscription":
            case "aws:sqs/queuePolicy:QueuePolicy":
                return resource.Name;
            default:
                throw new InvalidOperationException($"The program declares {resource.Type} '{resource.Name}', which the tests do not know");
        }
    }

    private static string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";
}
