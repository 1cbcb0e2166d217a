using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sns;

/// <summary>Reads Publish's <c>MessageAttributes</c> into the form in which subscribers see them.</summary>
internal static class MessageAttributes
{
    public static JsonObject Read(JsonObject input)
    {
        var attributes = new JsonObject();
        foreach (var (name, value) in input.Structure("MessageAttributes") ?? [])
        {
            var attribute = value as JsonObject ?? throw Invalid(name, "it must be a structure");
            var type = attribute.Text("DataType") ?? throw Invalid(name, "it has no DataType");
            var text = type.Split('.')[0] switch
            {
                "String" or "Number" => attribute.Text("StringValue"),
                "Binary" => attribute.Text("BinaryValue"),
                _ => throw Invalid(name, $"it has an invalid DataType '{type}'"),
            };
            attributes[name] = new JsonObject { ["Type"] = type, ["Value"] = text is { Length: > 0 } ? text : throw Invalid(name, "it has no value") };
        }

        return attributes;
    }

    private static AwsException Invalid(string name, string why) =>
        new("ParameterValueInvalid", $"The message attribute '{name}' is not valid: {why}.");
}
