namespace SesCompliance.Local.CloudWatch;

/// <summary>An alarm's definition and state.</summary>
public sealed record Alarm(AlarmDefinition Definition, DateTimeOffset ConfiguredAt, AlarmState State, DateTimeOffset EvaluatedUpTo)
{
    public string Name => Definition.Name;

    public string Arn => Account.Arn("cloudwatch", $"alarm:{Name}");
}

/// <param name="Value"><see cref="Ok"/>, <see cref="InAlarm"/> or <see cref="InsufficientData"/>.</param>
/// <param name="ReasonData">JSON; null where nobody gave any.</param>
/// <param name="UpdatedAt">When it last became what it is.</param>
public sealed record AlarmState(string Value, string Reason, DateTimeOffset UpdatedAt, string? ReasonData = null)
{
    public const string Ok = "OK";

    public const string InAlarm = "ALARM";

    public const string InsufficientData = "INSUFFICIENT_DATA";

    public static readonly IReadOnlyList<string> Values = [Ok, InAlarm, InsufficientData];
}

/// <summary>What an alarm watches and whom it tells.</summary>
public sealed record AlarmDefinition(string Name)
{
    public static readonly IReadOnlyList<string> Comparisons = ["GreaterThanThreshold", "GreaterThanOrEqualToThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold"];

    public static readonly IReadOnlyList<string> MissingDataModes = ["missing", "ignore", "breaching", "notBreaching"];

    public string? Description { get; init; }

    public bool ActionsEnabled { get; init; } = true;

    /// <summary>What a metric alarm watches; null for a metric-math alarm.</summary>
    public MetricStat? Stat { get; init; }

    /// <summary>What a metric-math alarm watches: the one query that returns data. Empty for a metric alarm.</summary>
    public IReadOnlyList<MetricQuery> Queries { get; init; } = [];

    public int EvaluationPeriods { get; init; } = 1;

    /// <summary>Null: all of <see cref="EvaluationPeriods"/>.</summary>
    public int? DatapointsToAlarm { get; init; }

    public double Threshold { get; init; }

    public string Comparison { get; init; } = "GreaterThanThreshold";

    /// <summary>One of <see cref="MissingDataModes"/>; null is <c>missing</c>.</summary>
    public string? TreatMissingData { get; init; }

    /// <summary>Topics' ARNs.</summary>
    public IReadOnlyList<string> AlarmActions { get; init; } = [];

    public IReadOnlyList<string> OkActions { get; init; } = [];

    public IReadOnlyList<string> InsufficientDataActions { get; init; } = [];

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <exception cref="FormatException">Names the property and the rule that it breaks.</exception>
    public AlarmDefinition Checked()
    {
        Demand(Name.Length is >= 1 and <= 255, $"AlarmName must have 1 to 255 characters, not {Name.Length}");
        Demand(Comparisons.Contains(Comparison), $"ComparisonOperator '{Comparison}' must be one of {string.Join(", ", Comparisons)}");
        Demand(TreatMissingData is null || MissingDataModes.Contains(TreatMissingData), $"TreatMissingData '{TreatMissingData}' must be one of {string.Join(", ", MissingDataModes)}");
        Demand(EvaluationPeriods >= 1, $"EvaluationPeriods {EvaluationPeriods} must be at least 1");
        Demand(DatapointsToAlarm is null || (DatapointsToAlarm >= 1 && DatapointsToAlarm <= EvaluationPeriods), $"DatapointsToAlarm {DatapointsToAlarm} must be 1 to EvaluationPeriods ({EvaluationPeriods})");
        Demand(double.IsFinite(Threshold), "Threshold must be a finite number");
        Demand((Stat is null) != (Queries.Count == 0), "An alarm must have either a metric (Namespace, MetricName) or Metrics");
        Demand(Queries.Count == 0 || Queries.Count(query => query.ReturnData) == 1, "Exactly one of Metrics must have ReturnData=true");
        foreach (var stat in Queries.Select(query => query.Stat).Append(Stat).OfType<MetricStat>())
        {
            stat.Check();
        }

        foreach (var action in (string[])[.. AlarmActions, .. OkActions, .. InsufficientDataActions])
        {
            Demand(action.StartsWith("arn:aws:sns:", StringComparison.Ordinal), $"Action '{action}' is not supported by the embedded cloud: topics' ARNs are");
        }

        // CloudWatch's limit.
        var period = Queries.Count == 0 ? Stat!.Period : new MetricMath(Queries).PeriodOf(Queries.Single(query => query.ReturnData).Id);
        var limit = TimeSpan.FromDays(period < TimeSpan.FromHours(1) ? 1 : 7);
        Demand(period.TotalDays * EvaluationPeriods <= limit.TotalDays, $"EvaluationPeriods x Period must not exceed {limit.TotalDays} day(s)");
        return this;
    }

    private static void Demand(bool holds, string rule)
    {
        if (!holds)
        {
            throw new FormatException(rule);
        }
    }
}
