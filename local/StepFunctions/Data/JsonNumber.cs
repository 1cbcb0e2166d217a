using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Data;

/// <summary>Reads JSON numbers and strings out of nodes.</summary>
public static class JsonNumber
{
    public static bool IsNumber(this JsonNode? node) => node is JsonValue && node.GetValueKind() == JsonValueKind.Number;

    public static bool IsText(this JsonNode? node) => node is JsonValue && node.GetValueKind() == JsonValueKind.String;

    public static bool IsBoolean(this JsonNode? node) =>
        node is JsonValue && node.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    public static double? AsDouble(this JsonNode? node) =>
        node.IsNumber() ? double.Parse(node!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>The number where it is written without fraction and exponent, as a Java long; null otherwise.</summary>
    public static long? AsLong(this JsonNode? node) =>
        node.IsNumber() && long.TryParse(node!.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static string? AsText(this JsonNode? node) => node.IsText() ? node!.GetValue<string>() : null;
}
