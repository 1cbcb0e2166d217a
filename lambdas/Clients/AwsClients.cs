using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SesCompliance.Lambdas.Logging;

namespace SesCompliance.Lambdas.Clients;

/// <summary>
/// Makes the SDK's clients, each with the patience that its use allows, and opens their connections during init, when Lambda gives a
/// whole core and the caller does not wait yet. Region, credentials and AWS_ENDPOINT_URL are the SDK's own business.
/// </summary>
public sealed class AwsClients(Log log)
{
    private static readonly TimeSpan WarmUpPatience = TimeSpan.FromSeconds(2);

    private readonly List<Task<bool>> warmUps = [];

    /// <summary>Answers within milliseconds; a request that takes longer is lost, and repeating a conditional write is safe.</summary>
    public IAmazonDynamoDB DynamoDb()
    {
        var config = new AmazonDynamoDBConfig { MaxErrorRetry = 3 };
        return new AmazonDynamoDBClient(Configure(
            config, new GetItemRequest(), Connections.Plain(TimeSpan.FromSeconds(1)), timeout: TimeSpan.FromSeconds(2)));
    }

    /// <summary>
    /// SendEmail has no idempotency token, so no request may go out twice: no retries by the SDK, neither after errors nor, what it
    /// counts apart, after a pooled connection broke (it can't know whether SES read the request before that). The workflow retries
    /// what is proven not to have been taken. The time-out is the caller's, by the time that the invocation has left.
    /// </summary>
    public IAmazonSimpleEmailServiceV2 Ses() => new AmazonSimpleEmailServiceV2Client(Configure(
        SesConfig(), new SendEmailRequest(), Connections.Watched(TimeSpan.FromSeconds(3)), timeout: null));

    public static AmazonSimpleEmailServiceV2Config SesConfig() => new() { MaxErrorRetry = 0, MaxStaleConnectionRetries = 0 };

    /// <summary>A metric never decides an outcome, so it must not hold up the flow for long.</summary>
    public IAmazonCloudWatch CloudWatch()
    {
        var config = new AmazonCloudWatchConfig { MaxErrorRetry = 1 };
        return new AmazonCloudWatchClient(Configure(
            config, new PutMetricDataRequest(), Connections.Plain(TimeSpan.FromSeconds(1)), timeout: TimeSpan.FromSeconds(2)));
    }

    /// <summary>Ending a wait twice is harmless.</summary>
    public IAmazonStepFunctions StepFunctions()
    {
        var config = new AmazonStepFunctionsConfig { MaxErrorRetry = 3 };
        return new AmazonStepFunctionsClient(Configure(
            config, new SendTaskSuccessRequest(), Connections.Plain(TimeSpan.FromSeconds(1)), timeout: TimeSpan.FromSeconds(3)));
    }

    /// <summary>Waits until the connections stand or can't be had; true if all stand.</summary>
    public async Task<bool> WarmedAsync() => (await Task.WhenAll(warmUps)).All(warm => warm);

    /// <param name="sample">What the client is for: some services choose the endpoint by the operation.</param>
    private TConfig Configure<TConfig>(TConfig config, AmazonWebServiceRequest sample, Connections connections, TimeSpan? timeout)
        where TConfig : ClientConfig
    {
        config.HttpClientFactory = connections;
        if (timeout is { } limit)
        {
            config.Timeout = limit;
        }

        warmUps.Add(WarmAsync(config, sample, connections));
        return config;
    }

    private async Task<bool> WarmAsync(ClientConfig config, AmazonWebServiceRequest sample, Connections connections)
    {
        string? endpoint = null;
        try
        {
            endpoint = config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(sample)).URL;
            using var patience = new CancellationTokenSource(WarmUpPatience);
            await connections.OpenAsync(new Uri(endpoint), patience.Token);
            return true;
        }
        catch (Exception error)
        {
            // The first request will meet the same trouble, and there it has a name.
            log.ConnectionNotWarmed(endpoint, error);
            return false;
        }
    }
}
