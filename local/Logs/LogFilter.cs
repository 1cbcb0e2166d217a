using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Logs;

/// <summary>
/// Filter patterns (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html): terms, and comparisons of JSON members.
/// Patterns of columns (<c>[a, b]</c>) and regular expressions (<c>%…%</c>) are refused.
/// </summary>
public static class LogFilter
{
    /// <exception cref="AwsException"><c>InvalidParameterException</c>.</exception>
    public static Predicate<string> Parse(string? pattern) => pattern?.Trim() switch
    {
        null or "" or "\"\"" => static _ => true,
        var text when text.StartsWith('{') => JsonFilter.Parse(text),
        var text when text.StartsWith('[') => throw Unsupported(text, "a pattern of columns"),
        var text => TermFilter.Parse(text),
    };

    internal static AwsException Invalid(string pattern) => new("InvalidParameterException", $"Invalid filter pattern: {pattern}");

    internal static AwsException Unsupported(string pattern, string what) => new("InvalidParameterException", $"{what} is not supported here: {pattern}");
}
