using System.Text.Json.Nodes;
using Amazon.CloudWatch.Model;
using Amazon.DynamoDBv2.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SesCompliance.Local;
using SesCompliance.Local.Demonstration;
using SesCompliance.Local.Deployment;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>A deployed stack as its bot and its operators see it: through AWS's own clients, over the wire.</summary>
public sealed class StackClient(Cloud cloud, DeployedStack stack) : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    internal WireClients Clients { get; } = new(cloud.Endpoint);

    public DeployedStack Stack { get; } = stack;

    public string StateMachineArn => Stack.Outputs["stateMachineArn"];

    /// <summary>A send id that no other test uses.</summary>
    public static string NewSendId() => $"test-{Guid.NewGuid():N}";

    public static JsonObject Mail(string to) => new() { ["to"] = to, ["subject"] = "Your code", ["text"] = "493 021" };

    public async Task<Ending> SendAsync(JsonObject request, string? sendId = null, string? stateMachineArn = null) =>
        await EndAsync(await StartAsync(request.ToJsonString(), sendId ?? NewSendId(), stateMachineArn));

    public Task<string> StartAsync(JsonObject request, string sendId) => StartAsync(request.ToJsonString(), sendId, null);

    /// <param name="input">Any JSON, valid as a request or not.</param>
    public async Task<string> StartAsync(string input, string sendId, string? stateMachineArn)
    {
        var started = await Clients.StepFunctions.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = stateMachineArn ?? StateMachineArn, Name = sendId, Input = input }, TestContext.Current.CancellationToken);
        return started.ExecutionArn;
    }

    /// <summary>Waits until the execution has ended.</summary>
    public async Task<Ending> EndAsync(string executionArn)
    {
        var execution = await Until.IsAsync(
            () => Clients.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = executionArn }, TestContext.Current.CancellationToken),
            described => described.Status != ExecutionStatus.RUNNING,
            Deadline,
            $"{executionArn} to end");
        var history = await Clients.StepFunctions.GetExecutionHistoryAsync(
            new GetExecutionHistoryRequest { ExecutionArn = executionArn, MaxResults = 1000 }, TestContext.Current.CancellationToken);
        var path = ExecutionPath.Of(history.Events).Select(step => step.State).ToList();
        return execution.Status == ExecutionStatus.SUCCEEDED
            ? new Ending(JsonNode.Parse(execution.Output)!.AsObject(), null, null, path)
            : new Ending(null, execution.Error ?? execution.Status.Value, execution.Cause, path);
    }

    public async Task<IReadOnlyDictionary<string, AttributeValue>?> LedgerRowAsync(string sendId)
    {
        var row = await Clients.DynamoDb.GetItemAsync(
            new GetItemRequest { TableName = Stack.Outputs["sendLedger"], Key = new() { ["sendId"] = new AttributeValue(sendId) }, ConsistentRead = true },
            TestContext.Current.CancellationToken);
        return row.Item is { Count: > 0 } item ? item : null;
    }

    /// <summary>The rows of one address: reason to row.</summary>
    public async Task<IReadOnlyDictionary<string, Dictionary<string, AttributeValue>>> SuppressionsAsync(string email)
    {
        var rows = await Clients.DynamoDb.QueryAsync(
            new QueryRequest
            {
                TableName = Stack.Outputs["suppressionTable"],
                KeyConditionExpression = "email = :email",
                ExpressionAttributeValues = new() { [":email"] = new AttributeValue(email) },
                ConsistentRead = true,
            },
            TestContext.Current.CancellationToken);
        return (rows.Items ?? []).ToDictionary(row => row["reason"].S);
    }

    /// <summary>The sum of one of the product's metrics so far.</summary>
    public async Task<double> MetricAsync(string name)
    {
        var now = cloud.Clock.GetUtcNow().UtcDateTime;
        var statistics = await Clients.CloudWatch.GetMetricStatisticsAsync(
            new GetMetricStatisticsRequest
            {
                Namespace = "DiscordBot/SES",
                MetricName = name,
                Dimensions = [new Dimension { Name = "Environment", Value = Stack.Settings.Stack }],
                StartTime = now.AddHours(-2),
                EndTime = now.AddMinutes(2),
                Period = 60,
                Statistics = ["Sum"],
            },
            TestContext.Current.CancellationToken);
        return statistics.Datapoints?.Sum(point => point.Sum ?? 0) ?? 0;
    }

    public void Dispose() => Clients.Dispose();
}

/// <summary>How an execution ended: with an outcome, or with an error.</summary>
public sealed record Ending(JsonObject? Outcome, string? Error, string? Cause, IReadOnlyList<string> Path)
{
    public string? Kind => Outcome?["outcome"]?.GetValue<string>();
}
