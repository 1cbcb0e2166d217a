using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.StepFunctions;

namespace SesCompliance.Local.Demonstration;

/// <summary>AWS's own clients, pointed at the cloud's endpoint.</summary>
internal sealed class WireClients : IDisposable
{
    public WireClients(string endpoint)
    {
        var operatorKey = new BasicAWSCredentials("local", "local");
        StepFunctions = new AmazonStepFunctionsClient(operatorKey, new AmazonStepFunctionsConfig { ServiceURL = endpoint, AuthenticationRegion = Account.Region });
        DynamoDb = new AmazonDynamoDBClient(operatorKey, new AmazonDynamoDBConfig { ServiceURL = endpoint, AuthenticationRegion = Account.Region });
        CloudWatch = new AmazonCloudWatchClient(operatorKey, new AmazonCloudWatchConfig { ServiceURL = endpoint, AuthenticationRegion = Account.Region });
    }

    public IAmazonStepFunctions StepFunctions { get; }

    public IAmazonDynamoDB DynamoDb { get; }

    public IAmazonCloudWatch CloudWatch { get; }

    public void Dispose()
    {
        StepFunctions.Dispose();
        DynamoDb.Dispose();
        CloudWatch.Dispose();
    }
}
