using System.Globalization;
using SesCompliance.Local;

namespace SesCompliance.Tests.Docs;

/// <summary>The table under a heading of a page in the repository, by the first cell of each row.</summary>
internal sealed class MarkdownTable
{
    private readonly Dictionary<string, string[]> rows;

    private MarkdownTable(string[] columns, Dictionary<string, string[]> rows) => (Columns, this.rows) = (columns, rows);

    public string[] Columns { get; }

    public IReadOnlyCollection<string> Keys => rows.Keys;

    /// <param name="page">Relative to the repository's root.</param>
    /// <param name="heading">The heading's whole line; the first table below it is read.</param>
    public static MarkdownTable Under(string page, string heading)
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, page))
            .SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Select(Cells).ToList();
        Assert.True(lines.Count > 2, $"{page} has no table under '{heading}'");
        return new MarkdownTable(lines[0], lines.Skip(2).ToDictionary(cells => cells[0]));
    }

    public string Text(string key, string column) => rows[key][Array.IndexOf(Columns, column)];

    public decimal Number(string key, string column) => ToNumber(Text(key, column));

    /// <summary>Reads a number such as <c>1,000.50</c>.</summary>
    public static decimal ToNumber(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`', '*'))];
}
