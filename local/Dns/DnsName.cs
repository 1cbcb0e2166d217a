using System.Globalization;
using System.Text;

namespace SesCompliance.Local.Dns;

/// <summary>A domain name: labels of bytes (RFC 1035, section 2.3.4), compared without regard to ASCII case, which it keeps.</summary>
public sealed class DnsName : IEquatable<DnsName>
{
    private const int LabelBytes = 63;
    private const int NameBytes = 255;

    private readonly string key;

    private DnsName(IReadOnlyList<string> labels)
    {
        Labels = labels;
        Text = string.Join('.', labels.Select(Escaped));
        key = string.Concat(Text.Select(letter => char.IsAsciiLetterUpper(letter) ? (char)(letter | ' ') : letter));
    }

    public static DnsName Root { get; } = new([]);

    /// <summary>From the left, one character a byte.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Without the final dot; bytes that a label can't show are octal escapes, as in Route 53.</summary>
    public string Text { get; }

    /// <summary>The name without its first label; the root's is the root.</summary>
    public DnsName Parent => Labels.Count == 0 ? this : new([.. Labels.Skip(1)]);

    /// <param name="text">With or without the final dot; a byte may be written as <c>\ooo</c>, any other character after <c>\</c> stands for itself.</param>
    /// <exception cref="FormatException">A label is empty or longer than 63 bytes, or the name longer than 255.</exception>
    public static DnsName Parse(string text)
    {
        var labels = new List<string>();
        var label = new StringBuilder();
        var rest = text.EndsWith('.') && !text.EndsWith("\\.", StringComparison.Ordinal) ? text[..^1] : text;
        if (rest.Length == 0)
        {
            return Root;
        }

        for (var at = 0; at < rest.Length; at++)
        {
            if (rest[at] == '.')
            {
                labels.Add(label.ToString());
                label.Clear();
            }
            else
            {
                label.Append(OctalEscape.Read(rest, ref at));
            }
        }

        labels.Add(label.ToString());
        return Of(labels);
    }

    /// <exception cref="FormatException">A label is empty or longer than 63 bytes, or the name longer than 255.</exception>
    public static DnsName Of(IReadOnlyList<string> labels) =>
        labels.Any(label => label.Length is 0 or > LabelBytes) || labels.Sum(label => label.Length + 1) + 1 > NameBytes
            ? throw new FormatException($"'{string.Join('.', labels)}' is no domain name: labels have 1 to {LabelBytes} bytes, a name {NameBytes} at most")
            : new DnsName(labels);

    /// <summary>Whether this is the other name or below it.</summary>
    public bool IsWithin(DnsName other) => Labels.Count >= other.Labels.Count && Last(other.Labels.Count).Equals(other);

    /// <summary>The name of the last labels.</summary>
    public DnsName Last(int count) => new([.. Labels.Skip(Labels.Count - count)]);

    /// <summary>The name one label longer.</summary>
    public DnsName Child(string label) => Of([label, .. Labels]);

    public bool Equals(DnsName? other) => other is not null && key == other.key;

    public override bool Equals(object? obj) => Equals(obj as DnsName);

    public override int GetHashCode() => key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private static string Escaped(string label) => label.All(IsPlain) ? label : string.Concat(label.Select(letter => IsPlain(letter) ? letter.ToString() : Octal(letter)));

    private static bool IsPlain(char letter) => letter is > ' ' and <= '~' and not ('.' or '\\' or '"');

    private static string Octal(char letter) => string.Create(CultureInfo.InvariantCulture, $"\\{letter >> 6}{(letter >> 3) & 7}{letter & 7}");
}
