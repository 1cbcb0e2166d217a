using System.Formats.Cbor;
using Amazon.Runtime.StandIns;
using Amazon.Util;

namespace Amazon.CloudWatch.Internal;

/// <summary>Members of a CBOR map, written only where they are set; numbers as short as they go without loss.</summary>
internal static class CborMembers
{
    public static void Text(this CborWriter writer, string name, string value)
    {
        if (value is not null)
        {
            writer.WriteTextString(name);
            writer.WriteTextString(value);
        }
    }

    public static void Whole(this CborWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteTextString(name);
            writer.WriteInt32(number);
        }
    }

    public static void Number(this CborWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteTextString(name);
            writer.WriteShortest(number);
        }
    }

    /// <summary>Epoch seconds, to the millisecond.</summary>
    public static void Time(this CborWriter writer, string name, DateTime? value)
    {
        if (value is { } time)
        {
            writer.WriteTextString(name);
            writer.WriteTag(CborTag.UnixTimeSeconds);
            writer.WriteShortest(AWSSDKUtils.ConvertToUnixEpochSecondsDouble(time));
        }
    }

    public static void List<T>(this CborWriter writer, string name, List<T> values, Action<CborWriter, T> write)
    {
        if (Collections.IsSet(values))
        {
            writer.WriteTextString(name);
            writer.WriteStartArray(values.Count);
            values.ForEach(value => write(writer, value));
            writer.WriteEndArray();
        }
    }

    public static void Flag(this CborWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteTextString(name);
            writer.WriteBoolean(flag);
        }
    }

    public static void Member<T>(this CborWriter writer, string name, T value, Action<CborWriter, T> members)
        where T : class
    {
        if (value is not null)
        {
            writer.WriteTextString(name);
            writer.Map(value, members);
        }
    }

    public static void Map<T>(this CborWriter writer, T value, Action<CborWriter, T> members)
    {
        writer.WriteStartMap(null);
        members(writer, value);
        writer.WriteEndMap();
    }

    public static void WriteShortest(this CborWriter writer, double value)
    {
        if (value % 1 == 0 && value is >= long.MinValue and < long.MaxValue)
        {
            writer.WriteInt64((long)value);
        }
        else if ((float)value == value)
        {
            // The writer would go down to half precision, which the protocol has readers accept but no SDK sends.
            writer.WriteEncodedValue([0xFA, .. BitConverter.GetBytes((float)value).Reverse()]);
        }
        else
        {
            writer.WriteDouble(value);
        }
    }

    public static void Members(this CborReader reader, Action<string> read)
    {
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            read(reader.ReadTextString());
        }

        reader.ReadEndMap();
    }

    public static List<T> List<T>(this CborReader reader, Func<CborReader, T> read)
    {
        var values = new List<T>();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            values.Add(read(reader));
        }

        reader.ReadEndArray();
        return values;
    }

    public static double Number(this CborReader reader) => reader.PeekState() switch
    {
        CborReaderState.UnsignedInteger => reader.ReadUInt64(),
        CborReaderState.NegativeInteger => reader.ReadInt64(),
        _ => reader.ReadDouble(),
    };

    public static DateTime Time(this CborReader reader)
    {
        reader.ReadTag();
        return AWSSDKUtils.ConvertFromUnixDecimalEpochSeconds((decimal)reader.Number());
    }
}
