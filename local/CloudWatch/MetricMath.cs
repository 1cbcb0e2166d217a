namespace SesCompliance.Local.CloudWatch;

/// <summary>Answers queries over a row of periods; a period without a value is null.</summary>
internal sealed class MetricMath
{
    private readonly Dictionary<string, MetricQuery> queries = [];
    private readonly Dictionary<string, MetricExpression> expressions = [];

    /// <exception cref="FormatException">Names the query and the rule that it breaks.</exception>
    public MetricMath(IReadOnlyList<MetricQuery> queries)
    {
        foreach (var query in queries)
        {
            if (query.Id.Length == 0 || !char.IsAsciiLetterLower(query.Id[0]) || !query.Id.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol == '_'))
            {
                throw new FormatException($"Id '{query.Id}' must start with a lower-case letter and have letters, digits and underscores only");
            }

            if (!this.queries.TryAdd(query.Id, query))
            {
                throw new FormatException($"Id '{query.Id}' is used twice");
            }

            if ((query.Stat is null) == (query.Expression is null))
            {
                throw new FormatException($"Query '{query.Id}' must have either a metric or an expression");
            }

            if (query.Expression is { } text)
            {
                expressions.Add(query.Id, MetricExpression.Parse(text));
            }
        }

        foreach (var query in queries)
        {
            PeriodOf(query.Id, []);
        }
    }

    /// <summary>The period of what a query needs.</summary>
    public TimeSpan PeriodOf(string id) => PeriodOf(id, []) ?? throw new FormatException($"Expression '{id}' needs at least one metric");

    /// <summary>The values of a query in each of a number of periods from a start.</summary>
    public double?[] Values(string id, MetricStore metrics, DateTimeOffset start, int count)
    {
        Dictionary<string, MathValue> known = [];
        var period = PeriodOf(id);
        return Resolve(id).Over(count);

        MathValue Resolve(string name)
        {
            if (!known.TryGetValue(name, out var value))
            {
                known[name] = value = queries[name].Stat is { } stat
                    ? new MathValue(Read(metrics, stat with { Period = period }, start, count))
                    : expressions[name].Evaluate(Resolve, count);
            }

            return value;
        }
    }

    /// <summary>A statistic's values in each of a number of periods from a start.</summary>
    public static double?[] Read(MetricStore metrics, MetricStat stat, DateTimeOffset start, int count)
    {
        var values = new double?[count];
        foreach (var period in metrics.Query(stat.Metric, start, start + (stat.Period * count), stat.Period, stat.Unit).GroupBy(datapoint => datapoint.At))
        {
            values[(int)Math.Round((period.Key - start) / stat.Period)] = new Datapoint(period.Key, period.First().Unit, [.. period.SelectMany(datapoint => datapoint.Samples)]).Statistic(stat.Statistic);
        }

        return values;
    }

    private TimeSpan? PeriodOf(string id, IReadOnlyList<string> asking)
    {
        if (asking.Contains(id))
        {
            throw new FormatException($"Expression '{id}' refers to itself");
        }

        if (!queries.TryGetValue(id, out var query))
        {
            throw new FormatException($"Expression '{asking[^1]}' refers to '{id}', which no query has as its id");
        }

        if (query.Stat is { } stat)
        {
            return stat.Period;
        }

        TimeSpan?[] periods = [.. expressions[id].Ids.Select(name => PeriodOf(name, [.. asking, id])).Where(period => period is not null).Distinct()];
        return periods.Length > 1 ? throw new FormatException($"Expression '{id}' needs metrics of one period") : periods.FirstOrDefault();
    }
}
