namespace SesCompliance.Lambdas.Errors;

/// <summary>A notification that is neither SES feedback nor known to be harmless; it must end in the dead letters and not be lost.</summary>
public sealed class UnreadableFeedback(string message) : FlowError(message);
