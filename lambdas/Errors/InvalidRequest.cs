namespace SesCompliance.Lambdas.Errors;

/// <summary>The request can never be sent as it is. The message lists every mistake and repeats no value.</summary>
public sealed class InvalidRequest(string message) : FlowError(message);
