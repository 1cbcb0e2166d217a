namespace SesCompliance.Lambdas.Errors;

/// <summary>SES turned the mail away because of its rate; it was not taken and may be tried again.</summary>
public sealed class SesThrottled(string message) : FlowError(message);
