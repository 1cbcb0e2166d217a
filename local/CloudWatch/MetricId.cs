namespace SesCompliance.Local.CloudWatch;

/// <summary>A metric: each combination of namespace, name and dimensions is one of its own.</summary>
public sealed class MetricId : IEquatable<MetricId>
{
    private readonly string key;

    public MetricId(string @namespace, string name, IEnumerable<KeyValuePair<string, string>>? dimensions = null)
    {
        Namespace = @namespace;
        Name = name;
        Dimensions = [.. (dimensions ?? []).OrderBy(dimension => dimension.Key, StringComparer.Ordinal)];
        key = string.Join('\0', [@namespace, name, .. Dimensions.SelectMany(dimension => new[] { dimension.Key, dimension.Value })]);
    }

    public string Namespace { get; }

    public string Name { get; }

    /// <summary>Sorted by name, whatever order they were published in.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Dimensions { get; }

    public bool Equals(MetricId? other) => other is not null && key == other.key;

    public override bool Equals(object? obj) => Equals(obj as MetricId);

    public override int GetHashCode() => key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Namespace} {Name} {{{string.Join(", ", Dimensions.Select(dimension => $"{dimension.Key}={dimension.Value}"))}}}";
}
