using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SesCompliance.Local.Logs;

/// <summary>Compares a JSON value with a number or with a text, in which <c>*</c> stands for anything.</summary>
internal static class JsonComparison
{
    /// <param name="value">As it stands in the pattern: a text in double quotes or bare, or a number.</param>
    /// <returns>Null where the comparison does not suit the value.</returns>
    public static Predicate<JsonNode>? Create(string comparison, string value)
    {
        if (double.TryParse(value, CultureInfo.InvariantCulture, out var number))
        {
            return node => node.GetValueKind() == JsonValueKind.Number && Compares(node.GetValue<double>(), comparison, number);
        }

        if (comparison is not ("=" or "!="))
        {
            return null;
        }

        var text = value.StartsWith('"') ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal) : value;
        var expression = new Regex($"^{Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.Singleline);
        return node => node.GetValueKind() == JsonValueKind.String && expression.IsMatch(node.GetValue<string>()) == (comparison == "=");
    }

    private static bool Compares(double found, string comparison, double wanted) => comparison switch
    {
        "=" => found == wanted,
        "!=" => found != wanted,
        "<" => found < wanted,
        "<=" => found <= wanted,
        ">" => found > wanted,
        _ => found >= wanted,
    };
}
