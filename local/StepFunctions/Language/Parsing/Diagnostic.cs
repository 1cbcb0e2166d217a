namespace SesCompliance.Local.StepFunctions.Language.Parsing;

/// <summary>A fault in a definition, as ValidateStateMachineDefinition reports it.</summary>
/// <param name="Code">E.g. <c>SCHEMA_VALIDATION_FAILED</c>.</param>
/// <param name="Location">E.g. <c>/States/Send/Next</c>; null for the definition as a whole.</param>
public sealed record Diagnostic(string Code, string Message, string? Location)
{
    public const string SchemaValidationFailed = "SCHEMA_VALIDATION_FAILED";
    public const string InvalidJsonDescription = "INVALID_JSON_DESCRIPTION";
    public const string MissingTransitionTarget = "MISSING_TRANSITION_TARGET";
    public const string MissingEndState = "MISSING_END_STATE";

    /// <summary>As CreateStateMachine's message lists it; AWS writes an absent location as null.</summary>
    public override string ToString() => $"{Code}: {Message} at {Location ?? "null"}";
}
