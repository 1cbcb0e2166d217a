using Amazon.CloudWatch;
using Amazon.DynamoDBv2;
using Amazon.SecurityToken;
using Amazon.SimpleEmailV2;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using Amazon.StepFunctions;

namespace SesCompliance.Ops.Aws;

/// <summary>
/// AWS's clients, each made when a command first asks its service: credentials, region, profile and AWS_ENDPOINT_URL (the embedded cloud) are found by the SDK as its own tools find them.
/// </summary>
internal sealed class AwsConnection : IDisposable
{
    private readonly Lazy<IAmazonDynamoDB> dynamoDb = new(() => new AmazonDynamoDBClient());
    private readonly Lazy<IAmazonSimpleEmailServiceV2> ses = new(() => new AmazonSimpleEmailServiceV2Client());
    private readonly Lazy<IAmazonCloudWatch> cloudWatch = new(() => new AmazonCloudWatchClient());
    private readonly Lazy<IAmazonStepFunctions> stepFunctions = new(() => new AmazonStepFunctionsClient());
    private readonly Lazy<IAmazonSimpleNotificationService> sns = new(() => new AmazonSimpleNotificationServiceClient());
    private readonly Lazy<IAmazonSQS> sqs = new(() => new AmazonSQSClient());
    private readonly Lazy<IAmazonSecurityTokenService> sts = new(() => new AmazonSecurityTokenServiceClient());

    public IAmazonDynamoDB DynamoDb => dynamoDb.Value;

    public IAmazonSimpleEmailServiceV2 Ses => ses.Value;

    public IAmazonCloudWatch CloudWatch => cloudWatch.Value;

    public IAmazonStepFunctions StepFunctions => stepFunctions.Value;

    public IAmazonSimpleNotificationService Sns => sns.Value;

    public IAmazonSQS Sqs => sqs.Value;

    public IAmazonSecurityTokenService Sts => sts.Value;

    public void Dispose()
    {
        Close(dynamoDb);
        Close(ses);
        Close(cloudWatch);
        Close(stepFunctions);
        Close(sns);
        Close(sqs);
        Close(sts);
    }

    private static void Close<T>(Lazy<T> client)
        where T : IDisposable
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }
}
