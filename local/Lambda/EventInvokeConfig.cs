using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>How a function's asynchronous invocations are retried, and where those go that failed for good.</summary>
/// <param name="MaximumRetryAttempts">After a function error, 0 to 2.</param>
/// <param name="MaximumEventAgeInSeconds">60 to 21,600.</param>
/// <param name="OnFailure">The ARN of an SQS queue.</param>
public sealed record EventInvokeConfig(int MaximumRetryAttempts = 2, int MaximumEventAgeInSeconds = 21600, string? OnFailure = null)
{
    public TimeSpan MaximumEventAge => TimeSpan.FromSeconds(MaximumEventAgeInSeconds);

    /// <exception cref="AwsException"><c>InvalidParameterValueException</c>.</exception>
    public void Check()
    {
        Require(MaximumRetryAttempts is >= 0 and <= 2, $"MaximumRetryAttempts is {MaximumRetryAttempts}: it must be from 0 to 2.");
        Require(MaximumEventAgeInSeconds is >= 60 and <= 21600, $"MaximumEventAgeInSeconds is {MaximumEventAgeInSeconds}: it must be from 60 to 21600.");
        Require(
            OnFailure is null || OnFailure.StartsWith("arn:aws:sqs:", StringComparison.Ordinal),
            $"The provided destination config DestinationConfig(onFailure=OnFailure(destination={OnFailure})) is not supported here: it must be an SQS queue's ARN.");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new AwsException("InvalidParameterValueException", message);
        }
    }
}
