namespace SesCompliance.Lambdas.Errors;

/// <summary>The send ledger could not be read or written; nothing was sent.</summary>
public sealed class LedgerUnavailable(string message) : FlowError(message);
