using System.Formats.Cbor;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire.Protocols;

/// <summary>Bodies in CBOR (RFC 8949), as RPC v2 uses it: definite and indefinite lengths, every float width, time stamps as tag 1, blobs as byte strings.</summary>
internal static class CborBody
{
    private const int MaxDepth = 64;

    public static JsonObject Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return [];
        }

        try
        {
            var reader = new CborReader(body, CborConformanceMode.Lax);
            return Read(reader, 0) as JsonObject ?? throw new AwsException("SerializationException", "The body is not a CBOR map");
        }
        catch (Exception malformed) when (malformed is CborContentException or InvalidOperationException or OverflowException or ArgumentException)
        {
            throw new AwsException("SerializationException", $"The body is not CBOR: {malformed.Message}");
        }
    }

    public static ReadOnlyMemory<byte> Write(JsonObject output)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        Write(writer, output);
        return writer.Encode();
    }

    private static JsonNode? Read(CborReader reader, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new AwsException("SerializationException", $"The body is nested more than {MaxDepth} deep");
        }

        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                return ReadMap(reader, depth);
            case CborReaderState.StartArray:
                return ReadArray(reader, depth);
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                return reader.ReadTextString();
            case CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString:
                return Convert.ToBase64String(reader.ReadByteString());
            case CborReaderState.UnsignedInteger:
                return reader.ReadUInt64();
            case CborReaderState.NegativeInteger:
                return reader.ReadInt64();
            case CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat:
                return reader.ReadDouble();
            case CborReaderState.Boolean:
                return reader.ReadBoolean();
            case CborReaderState.Null:
                reader.ReadNull();
                return null;
            case CborReaderState.Tag:
                var tag = reader.ReadTag();
                return tag == CborTag.UnixTimeSeconds
                    ? Read(reader, depth + 1)
                    : throw new AwsException("SerializationException", $"CBOR tag {(ulong)tag} has no meaning in RPC v2");
            case var other:
                throw new AwsException("SerializationException", $"CBOR {other} has no meaning in RPC v2");
        }
    }

    private static JsonObject ReadMap(CborReader reader, int depth)
    {
        JsonObject members = [];
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            var name = reader.ReadTextString();
            members[name] = Read(reader, depth + 1);
        }

        reader.ReadEndMap();
        return members;
    }

    private static JsonArray ReadArray(CborReader reader, int depth)
    {
        JsonArray items = [];
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            items.Add(Read(reader, depth + 1));
        }

        reader.ReadEndArray();
        return items;
    }

    private static void Write(CborWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case null:
                writer.WriteNull();
                break;
            case JsonObject members:
                writer.WriteStartMap(members.Count(member => member.Value is not null));
                foreach (var (name, value) in members)
                {
                    if (value is not null)
                    {
                        writer.WriteTextString(name);
                        Write(writer, value);
                    }
                }

                writer.WriteEndMap();
                break;
            case JsonArray items:
                writer.WriteStartArray(items.Count);
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValue value:
                Write(writer, value);
                break;
        }
    }

    private static void Write(CborWriter writer, JsonValue value)
    {
        if (value.AsTime() is { } time)
        {
            writer.WriteTag(CborTag.UnixTimeSeconds);
            writer.WriteDouble(time.ToUnixTimeMilliseconds() / 1000d);
        }
        else if (value.AsBlob() is { } blob)
        {
            writer.WriteByteString(blob);
        }
        else if (value.AsFraction() is { } fraction)
        {
            writer.WriteDouble(fraction);
        }
        else if (value.GetValueKind() == JsonValueKind.String)
        {
            writer.WriteTextString(value.GetValue<string>());
        }
        else if (value.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        {
            writer.WriteBoolean(value.GetValue<bool>());
        }
        else if (long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var whole))
        {
            writer.WriteInt64(whole);
        }
        else
        {
            writer.WriteDouble(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture));
        }
    }
}
