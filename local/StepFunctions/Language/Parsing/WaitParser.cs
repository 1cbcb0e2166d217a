using System.Globalization;
using System.Text.RegularExpressions;

namespace SesCompliance.Local.StepFunctions.Language.Parsing;

/// <summary>Reads a Wait state.</summary>
internal static partial class WaitParser
{
    private static readonly string[] Ways = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];

    public static WaitState Parse(string name, Fields fields)
    {
        fields.AtMostOne(Ways);
        if (!Ways.Any(fields.Has))
        {
            fields.Fault($"One of these fields is required: [{string.Join(", ", Ways)}]");
        }

        return new WaitState(name)
        {
            Seconds = fields.Whole("Seconds", 0),
            SecondsPath = fields.Path("SecondsPath"),
            Timestamp = Timestamp(fields),
            TimestampPath = fields.Path("TimestampPath"),
        };
    }

    /// <summary>An RFC 3339 time with capital T and an offset or Z; null where the text is none.</summary>
    public static DateTimeOffset? Time(string text) =>
        Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static DateTimeOffset? Timestamp(Fields fields)
    {
        if (fields.Text("Timestamp") is not { } text)
        {
            return null;
        }

        var time = Time(text);
        if (time is null)
        {
            fields.Fault("String does not match RFC3339 timestamp", fields.At("Timestamp"));
        }

        return time;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Rfc3339();
}
