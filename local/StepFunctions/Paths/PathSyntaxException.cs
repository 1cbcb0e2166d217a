namespace SesCompliance.Local.StepFunctions.Paths;

/// <summary>Text that is not a path.</summary>
public sealed class PathSyntaxException(string message) : Exception(message);
