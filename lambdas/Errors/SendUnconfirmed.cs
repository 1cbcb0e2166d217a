namespace SesCompliance.Lambdas.Errors;

/// <summary>SES may or may not have taken the mail. It is never sent again by itself.</summary>
public sealed class SendUnconfirmed(string message) : FlowError(message);
