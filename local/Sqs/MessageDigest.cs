using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>The MD5 sums that clients check messages by (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html).</summary>
[SuppressMessage("Security", "CA5351", Justification = "The protocol says MD5; it guards against transmission errors only")]
internal static class MessageDigest
{
    public static string Of(string body) => Hex(Encoding.UTF8.GetBytes(body));

    public static string? Of(JsonObject? attributes)
    {
        if (attributes is not { Count: > 0 })
        {
            return null;
        }

        using var data = new MemoryStream();
        foreach (var (name, value) in attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
        {
            var attribute = (JsonObject)value!;
            var type = attribute.RequiredText("DataType");
            Write(data, Encoding.UTF8.GetBytes(name));
            Write(data, Encoding.UTF8.GetBytes(type));
            var binary = type.StartsWith("Binary", StringComparison.Ordinal);
            data.WriteByte(binary ? (byte)2 : (byte)1);
            Write(data, binary ? Convert.FromBase64String(attribute.RequiredText("BinaryValue")) : Encoding.UTF8.GetBytes(attribute.RequiredText("StringValue")));
        }

        return Hex(data.ToArray());
    }

    private static void Write(Stream data, byte[] value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        data.Write(length);
        data.Write(value);
    }

    private static string Hex(byte[] data) => Convert.ToHexStringLower(MD5.HashData(data));
}
