using System.Collections.Immutable;
using Pulumi;

namespace SesCompliance.Infra;

/// <summary>Records as a text table, one value a row, to be pasted at any DNS provider.</summary>
internal static class DnsTable
{
    private static readonly string[] Heading = ["Type", "Name", "Value", "Why"];

    public static Output<string> Of(IEnumerable<DnsRecord> records) => Output
        .All(records.Select(record => Output.Tuple(record.Name, record.Values).Apply(known => Rows(record, known.Item1, known.Item2))))
        .Apply(all => Aligned([Heading, .. all.SelectMany(rows => rows)]));

    private static ImmutableArray<string[]> Rows(DnsRecord record, string name, ImmutableArray<string> values) =>
        [.. values.Select(value => new[] { record.Type, name, Shown(value), record.Why })];

    /// <summary>A value of several strings in the form that zone files and providers take.</summary>
    private static string Shown(string value) => value.Contains("\"\"", StringComparison.Ordinal) ? $"\"{value.Replace("\"\"", "\" \"", StringComparison.Ordinal)}\"" : value;

    private static string Aligned(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, Heading.Length - 1).Select(column => rows.Max(row => row[column].Length))];
        return string.Join('\n', rows.Select(row => string.Join("  ", [.. widths.Select((width, column) => row[column].PadRight(width)), row[^1]])));
    }
}
