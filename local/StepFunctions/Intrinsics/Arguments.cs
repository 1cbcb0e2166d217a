using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>Checks the kinds of a function's values.</summary>
internal static class Arguments
{
    public const int MaxItems = 1000;

    public const int MaxCharacters = 10_000;

    public static JsonArray Array(this IReadOnlyList<JsonNode?> values, int index) =>
        values[index] as JsonArray ?? throw Wrong(values, index, "an array");

    public static JsonObject Object(this IReadOnlyList<JsonNode?> values, int index) =>
        values[index] as JsonObject ?? throw Wrong(values, index, "a JSON object");

    public static string Text(this IReadOnlyList<JsonNode?> values, int index) =>
        values[index].AsText() ?? throw Wrong(values, index, "a string");

    public static string ShortText(this IReadOnlyList<JsonNode?> values, int index) =>
        values.Text(index) is { Length: <= MaxCharacters } text ? text : throw new IntrinsicException($"Argument {index + 1} must have at most {MaxCharacters} characters");

    public static bool Flag(this IReadOnlyList<JsonNode?> values, int index) =>
        values[index].IsBoolean() ? values[index]!.GetValue<bool>() : throw Wrong(values, index, "a boolean");

    /// <summary>The number rounded as Java's Math.round does: halves up, so -1.5 becomes -1.</summary>
    public static long Whole(this IReadOnlyList<JsonNode?> values, int index) =>
        values[index].AsLong() ?? (values[index].AsDouble() is { } number ? (long)Math.Floor(number + 0.5) : throw Wrong(values, index, "a number"));

    private static IntrinsicException Wrong(IReadOnlyList<JsonNode?> values, int index, string kind) =>
        new($"Argument {index + 1} is {JsonText.Write(values[index])}: it must be {kind}");
}
