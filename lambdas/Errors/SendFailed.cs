namespace SesCompliance.Lambdas.Errors;

/// <summary>SES refused the mail, and would refuse it again; the message says why. Nothing was sent.</summary>
public sealed class SendFailed(string message) : FlowError(message);
