namespace SesCompliance.Local.Deployment.Changes;

/// <summary>One value of a resource that changes.</summary>
/// <param name="Path">E.g. <c>retentionInDays</c>, <c>environment.variables.LEDGER_DAYS</c>, <c>definition.States.AwaitFeedback.TimeoutSeconds</c>.</param>
/// <param name="Old">As JSON; null where the value is new.</param>
/// <param name="New">As JSON; null where the value goes.</param>
public sealed record PropertyChange(string Path, string? Old, string? New)
{
    /// <summary>The declared property that it is in.</summary>
    public string Property => Path.Split('.', '[')[0];
}
