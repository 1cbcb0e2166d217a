using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace SesCompliance.Lambdas.Tables;

/// <summary>Reads attributes of a DynamoDB item; an attribute that is absent or of another type reads as null.</summary>
internal static class ItemReading
{
    public static string? Text(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? value.S : null;

    public static long? Number(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) && long.TryParse(value.N, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static DateTimeOffset? Time(this Dictionary<string, AttributeValue> item, string name) => Timestamp.Read(item.Text(name));

    public static IReadOnlyList<string> Texts(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) && value.SS is { } texts ? texts : [];
}
