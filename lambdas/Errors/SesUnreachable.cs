namespace SesCompliance.Lambdas.Errors;

/// <summary>The request did not reach SES; the mail was not taken and may be tried again.</summary>
public sealed class SesUnreachable(string message) : FlowError(message);
