namespace SesCompliance.Infra.Components;

/// <summary>One alarm, as data.</summary>
/// <param name="Name">Its name without the stack; docs/OPERATIONS_RUNBOOK.md has a section of the same name.</param>
/// <param name="Means">A sentence for whoever gets the mail.</param>
internal sealed record AlarmRule(string Name, string Means, AlarmSignal Signal, Limit Limit)
{
    /// <summary>Periods in a row that must be beyond the limit.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>What a period without data means: notBreaching where silence is good news, ignore where it is no news, breaching where it is bad news.</summary>
    public string MissingData { get; init; } = "notBreaching";
}

/// <param name="Comparison">CloudWatch's comparison operator.</param>
internal sealed record Limit(string Comparison, double Value)
{
    public static Limit Above(double value) => new("GreaterThanThreshold", value);

    public static Limit AtLeast(double value) => new("GreaterThanOrEqualToThreshold", value);

    public static Limit Below(double value) => new("LessThanThreshold", value);
}
