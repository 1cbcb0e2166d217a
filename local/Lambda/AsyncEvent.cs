namespace SesCompliance.Local.Lambda;

/// <summary>An asynchronous event that is not done yet.</summary>
/// <param name="InvokeCount">How often the function ran with it.</param>
/// <param name="NextAttempt">When it is tried again, on the cloud's clock; null while it runs or is about to.</param>
public sealed record AsyncEvent(
    string RequestId, string FunctionName, string Payload, DateTimeOffset Accepted, int InvokeCount = 0, DateTimeOffset? NextAttempt = null);
