namespace SesCompliance.Lambdas.Feedback;

/// <summary>What SES publishes once when a topic is connected to it: no events, one of them no JSON even.</summary>
internal static class SetupMessages
{
    private const string Validation = "Successfully validated SNS topic for Amazon SES event publishing.";

    /// <summary>The <c>notificationType</c> of what an identity's own topic gets.</summary>
    private const string Subscription = "\"AmazonSnsSubscriptionSucceeded\"";

    /// <returns>What to call the message in the log, or null for any other.</returns>
    public static string? Recognize(string? message) => message?.Trim() switch
    {
        Validation => "TopicValidation",
        { Length: < 1000 } text when text.StartsWith('{') && text.Contains(Subscription, StringComparison.Ordinal) => "SubscriptionSucceeded",
        _ => null,
    };
}
