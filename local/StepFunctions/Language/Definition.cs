namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>A state machine as its States Language text defines it.</summary>
/// <remarks>https://states-language.net/</remarks>
public sealed record Definition(string StartAt, IReadOnlyDictionary<string, State> States, TimeSpan? Timeout);
