using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.Logging;

namespace SesCompliance.Lambdas.Waits;

/// <summary>Tells a flow that waits for a mail's fate what it is.</summary>
public sealed class FlowWait(IAmazonStepFunctions stepFunctions)
{
    public async Task EndAsync(string sendId, string taskToken, FateMark fate, Log log, CancellationToken cancellationToken)
    {
        try
        {
            await TellAsync(taskToken, fate, cancellationToken);
            log.WaitEnded(sendId, fate);
        }
        catch (Exception error) when (error is TaskTimedOutException or TaskDoesNotExistException or InvalidTokenException)
        {
            // The flow waits no longer: it was told before, or gave up. The ledger has the fate.
            log.WaitWasOver(sendId, fate, error);
        }
    }

    private async Task TellAsync(string taskToken, FateMark fate, CancellationToken cancellationToken)
    {
        if (fate.Fate == Fate.Rejected)
        {
            var error = new SendFailed(fate.Reason ?? "rejected");
            await stepFunctions.SendTaskFailureAsync(
                new SendTaskFailureRequest { TaskToken = taskToken, Error = nameof(SendFailed), Cause = error.Message }, cancellationToken);
            return;
        }

        var output = JsonSerializer.Serialize(WaitOutput.Of(fate), WaitJson.Default.WaitOutput);
        await stepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = taskToken, Output = output }, cancellationToken);
    }
}

/// <param name="Fate">Delivered, Bounced or Complained.</param>
internal sealed record WaitOutput(string Fate, string? Reason)
{
    public static WaitOutput Of(FateMark mark) =>
        new((mark.Fate == Ledger.Fate.SoftBounced ? Ledger.Fate.Bounced : mark.Fate).ToString(), mark.Reason);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WaitOutput))]
internal sealed partial class WaitJson : JsonSerializerContext;
