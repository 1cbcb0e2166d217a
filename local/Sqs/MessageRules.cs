using System.Text;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>What a message may be (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html).</summary>
internal static class MessageRules
{
    private const int MostAttributes = 10;

    /// <exception cref="AwsException"><c>InvalidMessageContents</c>, <c>InvalidParameterValueException</c>, <c>MissingRequiredParameterException</c>.</exception>
    public static void Check(string body, JsonObject? attributes, int maximumSize)
    {
        if (body.Length == 0)
        {
            throw SqsErrors.Missing("MessageBody");
        }

        if (!body.EnumerateRunes().All(IsAllowed))
        {
            throw new AwsException("InvalidMessageContents", "Invalid binary character was found in the message body, the set of allowed characters is #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF");
        }

        var size = Encoding.UTF8.GetByteCount(body);
        foreach (var (name, attribute) in attributes ?? [])
        {
            size += Encoding.UTF8.GetByteCount(name) + Size(name, attribute as JsonObject ?? []);
        }

        if (attributes?.Count > MostAttributes)
        {
            throw SqsErrors.InvalidParameter($"Number of message attributes [{attributes.Count}] exceeds the allowed maximum [{MostAttributes}].");
        }

        if (size > maximumSize)
        {
            throw SqsErrors.InvalidParameter($"One or more parameters are invalid. Reason: Message must be shorter than {maximumSize} bytes.");
        }
    }

    private static int Size(string name, JsonObject attribute)
    {
        attribute.Only("DataType", "StringValue", "BinaryValue");
        var type = attribute.Text("DataType") ?? throw SqsErrors.InvalidParameter($"The message attribute '{name}' must contain non-empty message attribute type.");
        var value = type.Split('.')[0] switch
        {
            "String" or "Number" => attribute.Text("StringValue"),
            "Binary" => attribute.Text("BinaryValue"),
            _ => throw SqsErrors.InvalidParameter($"The type of message attribute '{name}' is invalid. You must use only the following supported type prefixes: Binary, Number, String."),
        };
        return string.IsNullOrEmpty(value)
            ? throw SqsErrors.InvalidParameter($"The message attribute '{name}' must contain non-empty message attribute value for message attribute type '{type}'.")
            : Encoding.UTF8.GetByteCount(type) + Encoding.UTF8.GetByteCount(value);
    }

    private static bool IsAllowed(Rune rune) => rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;
}
