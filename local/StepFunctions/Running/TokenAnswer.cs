using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>What a task's holder sent back: a result, or a failure (either part may be missing).</summary>
internal abstract record TokenAnswer;

internal sealed record TokenSuccess(Payload Output) : TokenAnswer;

internal sealed record TokenFailure(string? Error, string? Cause) : TokenAnswer;
