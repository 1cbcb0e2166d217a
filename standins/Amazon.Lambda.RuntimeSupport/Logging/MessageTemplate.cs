using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// A message with holes: <c>{name}</c>, <c>{name:format}</c>, or all by position, <c>{0}</c>; <c>{{</c> is a brace. Named holes take the
/// arguments in order. A hole without an argument stays as it is written.
/// </summary>
internal sealed class MessageTemplate
{
    private readonly List<object> _parts;
    private readonly List<Hole> _holes;
    private readonly bool _positional;

    private MessageTemplate(List<object> parts)
    {
        _parts = parts;
        _holes = [.. parts.OfType<Hole>()];
        _positional = IsPositional(_holes);
    }

    public static MessageTemplate Parse(string template)
    {
        template ??= "";
        var parts = new List<object>();
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var end = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (template[i] == '{' && i + 1 < template.Length && template[i + 1] == '{')
            {
                text.Append("{{");
                i++;
            }
            else if (end > i + 1)
            {
                parts.Add(text.ToString());
                text.Clear();
                parts.Add(Hole.Parse(template[(i + 1)..end]));
                i = end;
            }
            else
            {
                text.Append(template[i]);
            }
        }

        parts.Add(text.ToString());
        return new MessageTemplate(parts);
    }

    public string Fill(object[] arguments)
    {
        var filled = new StringBuilder();
        var index = 0;
        foreach (var part in _parts)
        {
            filled.Append(part is Hole hole ? Text(hole, index++, arguments) : part);
        }

        return filled.ToString();
    }

    /// <summary>The holes that have a value, with it.</summary>
    public IEnumerable<(Hole Hole, object Value)> Bind(object[] arguments) =>
        _holes.Select((hole, index) => (hole, Argument(hole, index, arguments))).Where(bound => bound.Item2 is not null);

    private string Text(Hole hole, int index, object[] arguments) => LogValue.Text(Argument(hole, index, arguments), hole.Format) ?? hole.Token;

    private object Argument(Hole hole, int index, object[] arguments)
    {
        var at = _positional ? int.Parse(hole.Name, CultureInfo.InvariantCulture) : index;
        return at < (arguments?.Length ?? 0) ? arguments[at] : null;
    }

    // By position only if the names are numbers from 0 on without a gap.
    private static bool IsPositional(List<Hole> holes)
    {
        var positions = new HashSet<int>();
        foreach (var hole in holes)
        {
            if (!int.TryParse(hole.Name, NumberStyles.Integer, CultureInfo.InvariantCulture, out var position))
            {
                return false;
            }

            positions.Add(position);
        }

        return positions.Count > 0 && positions.Min() == 0 && positions.Max() == positions.Count - 1;
    }

    /// <summary>A hole: its name, its format or null, and the text that it is written as.</summary>
    internal sealed record Hole(string Name, string Format, string Token)
    {
        public static Hole Parse(string content)
        {
            // '@' asks for the value as JSON, which needs reflection; as text is what is left of it in a trimmed program.
            var name = content.TrimStart('@');
            var colon = name.IndexOf(':', StringComparison.Ordinal);
            var format = colon < 0 ? "" : name[(colon + 1)..].Trim();
            return new Hole((colon < 0 ? name : name[..colon]).Trim(), format.Length == 0 ? null : format, "{" + content + "}");
        }
    }
}
