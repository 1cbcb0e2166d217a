namespace SesCompliance.Lambdas.Settings;

/// <summary>The function's environment variables do not do; the message names each with its value and the rule.</summary>
public sealed class InvalidSettings(string message) : Exception(message);
