using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SesCompliance.Ops.Aws;

namespace SesCompliance.Ops.Flow;

/// <summary>An execution of the send flow.</summary>
/// <param name="Status">RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED or PENDING_REDRIVE.</param>
/// <param name="Outcome">What it ended with: Sent, Delivered, Bounced, Complained or Suppressed; null for one that has not succeeded.</param>
/// <param name="To">As its output, or else its request, has it.</param>
/// <param name="Cause">What the failed function said.</param>
public sealed record FlowExecution(
    string Arn,
    string Status,
    DateTimeOffset Started,
    DateTimeOffset? Stopped,
    string? Outcome,
    string? To,
    string? MessageId,
    string? Reason,
    string? Error,
    string? Cause)
{
    internal static string ArnOf(StackArns arns, string sendId) =>
        $"{arns.StateMachine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{sendId}";

    /// <returns>Null where there is none: it was never started, or ended more than 90 days ago.</returns>
    public static async Task<FlowExecution?> FindAsync(IAmazonStepFunctions stepFunctions, string arn, CancellationToken cancellationToken)
    {
        try
        {
            return Read(await stepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = arn }, cancellationToken));
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }

    private static FlowExecution Read(DescribeExecutionResponse execution)
    {
        var (input, output) = (Object(execution.Input), Object(execution.Output));
        return new FlowExecution(
            execution.ExecutionArn,
            execution.Status.Value,
            FlowHistory.Utc(execution.StartDate!.Value),
            execution.StopDate is { } stopped ? FlowHistory.Utc(stopped) : null,
            Text(output, "outcome"),
            Text(output, "to") ?? Text(input, "to"),
            Text(output, "messageId"),
            Text(output, "reason"),
            execution.Error,
            Message(execution.Cause));
    }

    /// <summary>The message in a failed function's error (<c>{"errorType", "errorMessage"}</c>), or the cause as it is.</summary>
    private static string? Message(string? cause) => Text(Object(cause), "errorMessage") ?? cause;

    /// <summary>Anybody may start an execution with anything.</summary>
    private static JsonElement? Object(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<JsonElement>(json) is { ValueKind: JsonValueKind.Object } element ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement? element, string member) =>
        element is { } json && json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
