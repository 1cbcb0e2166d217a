using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>Message tags. Source: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html</summary>
internal static class MessageTags
{
    private const int MaximumTags = 50;
    private const int MaximumLength = 256;

    /// <exception cref="AwsException"><c>BadRequestException</c>.</exception>
    public static void Check(IReadOnlyList<MailTag> tags)
    {
        if (tags.Count > MaximumTags)
        {
            throw Bad($"Message tag count exceeds {MaximumTags}.");
        }

        foreach (var tag in tags)
        {
            CheckPart("name", tag.Name);
            CheckPart("value", tag.Value);
        }

        if (tags.GroupBy(tag => tag.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Bad($"Duplicate message tag name <{twice.Key}>.");
        }
    }

    /// <summary>Reads the header <c>X-SES-MESSAGE-TAGS: name=value, name=value</c>.</summary>
    public static IReadOnlyList<MailTag> ParseHeader(string value) => [.. value
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Split('=', 2, StringSplitOptions.TrimEntries))
        .Select(pair => pair.Length == 2 ? new MailTag(pair[0], pair[1]) : throw Bad($"Invalid message tag <{pair[0]}>: it has no value."))];

    private static void CheckPart(string what, string text)
    {
        if (text.Length is 0 or > MaximumLength)
        {
            throw Bad($"Invalid tag {what} <{text}>: its length must be between 1 and {MaximumLength}.");
        }

        if (!text.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '_' or '-' || (what == "value" && symbol is '.' or '@')))
        {
            throw Bad($"Invalid tag {what} <{text}>, only alphanumeric ASCII characters, '_', and '-' are allowed.");
        }
    }

    private static AwsException Bad(string message) => new("BadRequestException", message);
}
