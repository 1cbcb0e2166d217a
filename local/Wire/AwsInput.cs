using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire;

/// <summary>Reads members of an operation's input; numbers and booleans may come as such (JSON, CBOR) or as strings (Query).</summary>
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
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<double>(),
        JsonValue value when value.TryGetValue(out string? text) && double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
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
        var other => throw Invalid(member, other, "a list"),
    };

    private static AwsException Invalid(string member, JsonNode value, string expected) =>
        new("SerializationException", $"{member} is {value.ToJsonString()}: it must be {expected}");
}
