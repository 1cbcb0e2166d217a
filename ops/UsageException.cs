namespace SesCompliance.Ops;

/// <summary>The operator's mistake, in one line that names the option or argument, its value and the rule. Ends with <see cref="ExitCode.Usage"/>.</summary>
public sealed class UsageException(string message) : Exception(message);
