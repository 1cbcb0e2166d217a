using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pulumi;

namespace SesCompliance.Infra;

/// <summary>Reads configuration values and gathers what is wrong with them, so that one run tells every mistake.</summary>
/// <param name="given">The keys that the stack sets: one that was not read is unknown, so every key is to be read whatever the others' values are.</param>
internal sealed class SettingsReader(string stack, Func<string, string?> value, IEnumerable<string> given)
{
    private readonly List<string> refusals = [];
    private readonly SortedSet<string> known = new(StringComparer.Ordinal);

    public string Required(string key, Regex pattern, string rule)
    {
        var text = Value(key);
        if (text is null)
        {
            refusals.Add($"{Key(key)} is missing in stack '{stack}': it must be {rule} (pulumi config set {Key(key)} ...)");
            return "";
        }

        return pattern.IsMatch(text) ? text : Refuse(key, text, $"must be {rule}", "");
    }

    public bool Has(string key) => Value(key) is not null;

    public string? Optional(string key, string? otherwise, Regex pattern, string rule) => Value(key) switch
    {
        null => otherwise,
        var text when pattern.IsMatch(text) => text,
        var text => Refuse(key, text, $"must be {rule}", otherwise),
    };

    /// <summary>A list, which Pulumi hands over as JSON, or the word off (null).</summary>
    public IReadOnlyList<string>? ListOrOff(string key, string rule)
    {
        var text = Value(key);
        if (text is null or "off")
        {
            return text is null ? [] : null;
        }

        return Items(text) ?? Refuse<IReadOnlyList<string>>(key, text, $"must be {rule}", []);
    }

    /// <summary>Refuses a value for the rule that it breaks.</summary>
    public void Refuse(string key, string text, string rule) => Refuse(key, text, rule, 0);

    public int Number(string key, int otherwise, int least, int most) => Number(key, least, most) ?? otherwise;

    public int? Number(string key, int least, int most) => Value(key) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => Refuse(key, text, $"must be a whole number from {least} to {most}", (int?)least),
    };

    /// <summary>A share of 1, such as 0.05 for 5 %.</summary>
    public double Fraction(string key, double otherwise, double least, double most) => Value(key) switch
    {
        null => otherwise,
        var text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => Refuse(key, text, $"must be a fraction from {Text(least)} to {Text(most)}, such as {Text(otherwise)}", otherwise),
    };

    /// <summary>A list as Pulumi's configuration gives it (JSON), or its items with commas between them.</summary>
    public IReadOnlyList<string> List(string key, Regex pattern, string rule)
    {
        var text = Value(key) ?? "[]";
        var items = text.StartsWith('[') ? Items(text) : text.Split(',', StringSplitOptions.TrimEntries);
        return items is not null && items.All(pattern.IsMatch) && items.Distinct(StringComparer.Ordinal).Count() == items.Length
            ? items
            : Refuse<IReadOnlyList<string>>(key, text, $"must be a list of {rule}", []);
    }

    public bool Flag(string key, bool otherwise) => OneOf(key, otherwise ? "true" : "false", ["true", "false"]) == "true";

    public T OneOf<T>(string key, T otherwise, T[] choices) where T : notnull
    {
        var text = Value(key);
        var index = Array.FindIndex(choices, choice => Convert.ToString(choice, CultureInfo.InvariantCulture) == text);
        return text is null ? otherwise
            : index >= 0 ? choices[index]
            : Refuse(key, text, $"must be one of {string.Join(", ", choices)}", otherwise);
    }

    public T Choice<T>(string key, T otherwise) where T : struct, Enum =>
        Enum.Parse<T>(OneOf(key, Name(otherwise), [.. Enum.GetValues<T>().Select(Name)]), ignoreCase: true);

    public void Refuse(string message) => refusals.Add(message);

    public void RefuseUnless(bool holds, string key, double number, string rule)
    {
        if (!holds)
        {
            Refuse(key, Text(number), rule, number);
        }
    }

    public static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <exception cref="RunException">Pulumi shows its message without a stack trace.</exception>
    public void ThrowIfRefused()
    {
        refusals.AddRange(given.Where(key => !known.Contains(key)).Order(StringComparer.Ordinal).Select(Unknown));
        if (refusals.Count > 0)
        {
            throw new RunException(string.Join(Environment.NewLine, refusals));
        }
    }

    /// <summary>Null if the text is no JSON list of texts.</summary>
    private static string[]? Items(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string?[]>(text) is { } items && !items.Contains(null) ? [.. items.OfType<string>()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string? Value(string key)
    {
        known.Add(key);
        return value(key);
    }

    private string Unknown(string key) => $"{Key(key)} is unknown in stack '{stack}': "
        + (NearestKey.Of(key, known) is { } near ? $"did you mean {near}?" : $"the keys are {string.Join(", ", known)}");

    private static string Key(string key) => $"{StackSettings.Namespace}:{key}";

    private static string Name<T>(T choice) where T : struct, Enum => choice.ToString().ToLowerInvariant();

    private T Refuse<T>(string key, string text, string rule, T instead)
    {
        refusals.Add($"{Key(key)} is '{text}' in stack '{stack}': it {rule}");
        return instead;
    }
}
