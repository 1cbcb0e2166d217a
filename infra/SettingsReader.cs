using System.Globalization;
using System.Text.RegularExpressions;
using Pulumi;

namespace SesCompliance.Infra;

/// <summary>Reads configuration values and gathers what is wrong with them, so that one run tells every mistake.</summary>
internal sealed class SettingsReader(string stack, Func<string, string?> value)
{
    private readonly List<string> refusals = [];

    public string Required(string key, Regex pattern, string rule)
    {
        var text = value(key);
        if (text is null)
        {
            refusals.Add($"{Key(key)} is missing in stack '{stack}': it must be {rule} (pulumi config set {Key(key)} ...)");
            return "";
        }

        return pattern.IsMatch(text) ? text : Refuse(key, text, $"must be {rule}", "");
    }

    public int Number(string key, int otherwise, int least, int most) => Number(key, least, most) ?? otherwise;

    public int? Number(string key, int least, int most) => value(key) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => Refuse(key, text, $"must be a whole number from {least} to {most}", (int?)least),
    };

    public bool Flag(string key, bool otherwise) => OneOf(key, otherwise ? "true" : "false", ["true", "false"]) == "true";

    public T OneOf<T>(string key, T otherwise, T[] choices) where T : notnull
    {
        var text = value(key);
        var index = Array.FindIndex(choices, choice => Convert.ToString(choice, CultureInfo.InvariantCulture) == text);
        return text is null ? otherwise
            : index >= 0 ? choices[index]
            : Refuse(key, text, $"must be one of {string.Join(", ", choices)}", otherwise);
    }

    public T Choice<T>(string key, T otherwise) where T : struct, Enum =>
        Enum.Parse<T>(OneOf(key, Name(otherwise), [.. Enum.GetValues<T>().Select(Name)]), ignoreCase: true);

    public void Refuse(string message) => refusals.Add(message);

    /// <exception cref="RunException">Pulumi shows its message without a stack trace.</exception>
    public void ThrowIfRefused()
    {
        if (refusals.Count > 0)
        {
            throw new RunException(string.Join(Environment.NewLine, refusals));
        }
    }

    private static string Key(string key) => $"{StackSettings.Namespace}:{key}";

    private static string Name<T>(T choice) where T : struct, Enum => choice.ToString().ToLowerInvariant();

    private T Refuse<T>(string key, string text, string rule, T instead)
    {
        refusals.Add($"{Key(key)} is '{text}' in stack '{stack}': it {rule}");
        return instead;
    }
}
