using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>Reads what operations on metrics have in common.</summary>
internal static class MetricInput
{
    private const int MostDimensions = 30;

    private static readonly string[] Units =
    [
        "Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits",
        "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second",
        "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None",
    ];

    public static string Namespace(JsonObject input) => Name(input, "Namespace", "Namespace", 255) is var name && name.StartsWith(':')
        ? throw CloudWatchErrors.Value("The value for parameter Namespace must not start with ':'.")
        : name;

    /// <param name="place">Where the member stands, for messages, e.g. <c>MetricData.member.1.MetricName</c>.</param>
    public static string Name(JsonObject input, string member, string place, int longest) => input.Text(member) switch
    {
        null or "" => throw CloudWatchErrors.Missing(place),
        { } name when name.Length > longest => throw CloudWatchErrors.Value($"The parameter {place} must be shorter than {longest + 1} characters."),
        { } name => name,
    };

    public static IReadOnlyDictionary<string, string> Dimensions(JsonObject input, string place)
    {
        var dimensions = input.Structures("Dimensions");
        if (dimensions.Count > MostDimensions)
        {
            throw CloudWatchErrors.TooMany($"{place}Dimensions", MostDimensions);
        }

        Dictionary<string, string> read = [];
        for (var i = 0; i < dimensions.Count; i++)
        {
            var at = $"{place}Dimensions.member.{i + 1}";
            dimensions[i].Only("Name", "Value");
            if (!read.TryAdd(Name(dimensions[i], "Name", at + ".Name", 255), Name(dimensions[i], "Value", at + ".Value", 1024)))
            {
                throw CloudWatchErrors.Value($"No duplicate dimension names: {at}.Name is there already.");
            }
        }

        return read;
    }

    public static string? Unit(JsonObject input, string place) => input.Text("Unit") switch
    {
        null => null,
        { } unit when Units.Contains(unit) => unit,
        _ => throw CloudWatchErrors.Value($"The parameter {place}Unit must be a value in the set [ {string.Join(", ", Units)} ]."),
    };
}
