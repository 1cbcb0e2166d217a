using SesCompliance.Lambdas.Errors;

namespace SesCompliance.Lambdas.Feedback;

/// <summary>Makes the errors about one SNS message.</summary>
internal sealed class Unreadable(string? snsMessageId)
{
    public UnreadableFeedback Because(string problem) =>
        new($"SNS message {snsMessageId ?? "(without id)"} can't be read as SES feedback: {problem}");
}
