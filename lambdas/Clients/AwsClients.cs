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
/// whole core and the caller does not wait yet.
/// </summary>
/// <param name="elsewhere">
/// A service that is not AWS, for tests; null: region, credentials and AWS_ENDPOINT_URL are the SDK's own business.
/// </param>
/// <param name="warm">Whether to open connections before they are needed.</param>
public sealed class AwsClients(Log log, ServiceElsewhere? elsewhere = null, bool warm = true)
{
    private static readonly TimeSpan WarmUpPatience = TimeSpan.FromSeconds(2);

    private readonly List<Task<bool>> warmUps = [];

    /// <summary>Answers within milliseconds; a request that takes longer is lost, and repeating a conditional write is safe.</summary>
    public IAmazonDynamoDB DynamoDb()
    {
        var config = new AmazonDynamoDBConfig { MaxErrorRetry = 3 };
        Connect(config, new GetItemRequest(), Connections.Plain(TimeSpan.FromSeconds(2)));
        return elsewhere is null ? new AmazonDynamoDBClient(config) : new AmazonDynamoDBClient(elsewhere.Credentials, config);
    }

    /// <summary>
    /// SendEmail has no idempotency token, so no request may go out twice: no retries by the SDK, neither after errors nor, which it
    /// counts apart, after a pooled connection broke (it can't know whether SES had read the request by then). The workflow retries
    /// what is proven not to have been taken. The time-out is the caller's, by the time that the invocation has left.
    /// </summary>
    public IAmazonSimpleEmailServiceV2 Ses()
    {
        var config = new AmazonSimpleEmailServiceV2Config { MaxErrorRetry = 0, MaxStaleConnectionRetries = 0 };
        Connect(config, new SendEmailRequest(), Connections.Watched());
        return elsewhere is null ? new AmazonSimpleEmailServiceV2Client(config) : new AmazonSimpleEmailServiceV2Client(elsewhere.Credentials, config);
    }

    /// <summary>A metric never decides an outcome, so it must not hold up the flow for long.</summary>
    public IAmazonCloudWatch CloudWatch()
    {
        var config = new AmazonCloudWatchConfig { MaxErrorRetry = 1 };
        Connect(config, new PutMetricDataRequest(), Connections.Plain(TimeSpan.FromSeconds(2)));
        return elsewhere is null ? new AmazonCloudWatchClient(config) : new AmazonCloudWatchClient(elsewhere.Credentials, config);
    }

    /// <summary>Ending a wait twice is harmless.</summary>
    public IAmazonStepFunctions StepFunctions()
    {
        var config = new AmazonStepFunctionsConfig { MaxErrorRetry = 3 };
        Connect(config, new SendTaskSuccessRequest(), Connections.Plain(TimeSpan.FromSeconds(3)));
        return elsewhere is null ? new AmazonStepFunctionsClient(config) : new AmazonStepFunctionsClient(elsewhere.Credentials, config);
    }

    /// <summary>Waits until the connections stand or can't be had; true if all stand.</summary>
    public async Task<bool> WarmedAsync() => (await Task.WhenAll(warmUps)).All(warm => warm);

    /// <param name="sample">What the client is for: some services choose the endpoint by the operation.</param>
    private void Connect(ClientConfig config, AmazonWebServiceRequest sample, Connections connections)
    {
        config.HttpClientFactory = connections;
        if (elsewhere is not null)
        {
            config.ServiceURL = elsewhere.Url;
            config.AuthenticationRegion = elsewhere.Region;
        }

        if (warm)
        {
            warmUps.Add(WarmAsync(config, sample, connections));
        }
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

/// <param name="Url">Such as <c>http://127.0.0.1:4566</c>.</param>
public sealed record ServiceElsewhere(string Url, string Region, AWSCredentials Credentials);
