namespace SesCompliance.Local.Lambda;

/// <summary>One event on its way through an environment.</summary>
/// <param name="Deadline">When the function will be killed, on the machine's clock: the function compares it with that one.</param>
public sealed record Invocation(string RequestId, string Payload, string FunctionArn, string TraceId, DateTimeOffset Deadline);

/// <summary>What the runtime answered.</summary>
/// <param name="Error">Whether it called <c>/error</c> (or answered more than the limit).</param>
public sealed record RuntimeAnswer(string Payload, bool Error);
