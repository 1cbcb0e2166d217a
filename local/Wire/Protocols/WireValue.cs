using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire.Protocols;

/// <summary>Tells apart what a JSON node alone would not: time stamps, blobs and fractions keep the .NET type that they were made of.</summary>
internal static class WireValue
{
    public static DateTimeOffset? AsTime(this JsonValue value) => value.GetValue<object>() as DateTimeOffset?;

    public static byte[]? AsBlob(this JsonValue value) => value.GetValue<object>() as byte[];

    public static double? AsFraction(this JsonValue value) => value.GetValue<object>() switch
    {
        double number => number,
        float number => number,
        _ => null,
    };
}
