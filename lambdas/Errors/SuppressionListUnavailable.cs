namespace SesCompliance.Lambdas.Errors;

/// <summary>The suppression list could not be read or written.</summary>
public sealed class SuppressionListUnavailable(string message) : FlowError(message);
