using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>How a state came out.</summary>
internal abstract record StateOutcome;

/// <summary>On to another state.</summary>
internal sealed record Next(string State, Payload Output) : StateOutcome;

/// <summary>The execution succeeds.</summary>
internal sealed record End(Payload Output) : StateOutcome;

/// <summary>The execution fails; either part may be missing.</summary>
internal sealed record Failed(string? Error, string? Cause) : StateOutcome;
