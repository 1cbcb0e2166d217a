namespace SesCompliance.Ops;

/// <summary>AWS or DNS gave no answer that could be used; one line says who was asked what, and why there was none. Ends with <see cref="ExitCode.CouldNotAsk"/>.</summary>
public sealed class CouldNotAskException(string message, Exception? cause = null) : Exception(message, cause);
