namespace SesCompliance.Lambdas.Errors;

/// <summary>The request was no longer wanted when its turn came; nothing was sent.</summary>
public sealed class Expired(string message) : FlowError(message);
