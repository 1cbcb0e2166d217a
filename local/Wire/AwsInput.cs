using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire;

/// <summary>Reads members of an operation's input; numbers, booleans and times may come as such (JSON, CBOR) or as strings (Query).</summary>
public static class AwsInput
{
    public static string? Text(this JsonObject input, string member) => input[member] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => throw Invalid(member, other, "a string"),
    };

    /// <exception cref="AwsException"><c>ValidationException</c> when the member is absent.</exception>
    public static string RequiredText(this JsonObject input, string member) => input.Text(member)
        ?? throw new AwsException("ValidationException", $"1 validation error detected: Value null at '{char.ToLowerInvariant(member[0])}{member[1..]}' failed to satisfy constraint: Member must not be null");

    public static double? Number(this JsonObject input, string member) => input[member] switch
    {
        null => null,
        JsonValue value when AsNumber(value) is { } number => number,
        var other => throw Invalid(member, other, "a number"),
    };

    public static int? Integer(this JsonObject input, string member) => input.Number(member) switch
    {
        null => null,
        { } number when number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue => (int)number,
        _ => throw Invalid(member, input[member]!, "a whole number"),
    };

    public static bool? Flag(this JsonObject input, string member) => input[member] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
        JsonValue value when value.TryGetValue(out string? text) && bool.TryParse(text, out var flag) => flag,
        var other => throw Invalid(member, other, "true or false"),
    };

    /// <summary>A time stamp: epoch seconds, or ISO 8601.</summary>
    public static DateTimeOffset? Time(this JsonObject input, string member) => input[member] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && AsNumber(value) is { } seconds && Math.Abs(seconds) < 253402300800 =>
            DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round((decimal)seconds * TimeSpan.TicksPerSecond)),
        JsonValue value when value.TryGetValue(out string? text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) => time,
        var other => throw Invalid(member, other, "a time stamp"),
    };

    public static JsonObject? Structure(this JsonObject input, string member) => input[member] switch
    {
        null => null,
        JsonObject structure => structure,
        var other => throw Invalid(member, other, "a structure"),
    };

    public static JsonArray List(this JsonObject input, string member) => input[member] switch
    {
        null => [],
        JsonArray list => list,
        JsonValue value when value.TryGetValue(out string? text) && text.Length == 0 => [],
        var other => throw Invalid(member, other, "a list"),
    };

    /// <summary>Each member of a list of strings.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject input, string member) =>
        [.. input.List(member).Select(item => item is JsonValue value && value.TryGetValue(out string? text) ? text : throw Invalid(member, item, "a list of strings"))];

    /// <summary>Each member of a list of structures.</summary>
    public static IReadOnlyList<JsonObject> Structures(this JsonObject input, string member) =>
        [.. input.List(member).Select(item => item as JsonObject ?? throw Invalid(member, item, "a list of structures"))];

    /// <summary>Refuses members that the cloud would otherwise ignore.</summary>
    /// <exception cref="AwsException"><c>ValidationException</c> naming the member.</exception>
    public static void Only(this JsonObject input, params ReadOnlySpan<string> members)
    {
        foreach (var (name, value) in input)
        {
            if (value is not null && !members.Contains(name))
            {
                throw new AwsException("ValidationException", $"The embedded cloud does not support the member {name} here (see docs/supported.md)");
            }
        }
    }

    // By way of the text, since a node only gives the very type that it was made of (an int's node has no double).
    private static double? AsNumber(JsonValue value) => value.TryGetValue(out double number) ? number
        : value.GetValueKind() == JsonValueKind.Number ? double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
        : value.TryGetValue(out string? text) && double.TryParse(text, CultureInfo.InvariantCulture, out number) ? number
        : null;

    private static AwsException Invalid(string member, JsonNode? value, string expected) =>
        new("SerializationException", $"{member} is {value?.ToJsonString() ?? "null"}: it must be {expected}");
}
