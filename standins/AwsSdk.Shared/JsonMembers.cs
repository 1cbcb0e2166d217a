using System.Text.Json;
using Amazon.Util;

namespace Amazon.Runtime.StandIns;

/// <summary>Members of a JSON object, written only where they are set and read as null where they are not.</summary>
internal static class JsonMembers
{
    public static void Text(this Utf8JsonWriter writer, string name, string value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void Number(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static void Flag(this Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } flag)
        {
            writer.WriteBoolean(name, flag);
        }
    }

    public static void Base64(this Utf8JsonWriter writer, string name, MemoryStream value)
    {
        if (value is not null)
        {
            writer.WriteString(name, Convert.ToBase64String(value.ToArray()));
        }
    }

    public static void Texts(this Utf8JsonWriter writer, string name, List<string> values)
    {
        if (Collections.IsSet(values))
        {
            writer.WriteStartArray(name);
            values.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }
    }

    public static void Object<T>(this Utf8JsonWriter writer, string name, T value, Action<Utf8JsonWriter, T> members)
        where T : class
    {
        if (value is not null)
        {
            writer.WriteStartObject(name);
            members(writer, value);
            writer.WriteEndObject();
        }
    }

    public static void Objects<T>(this Utf8JsonWriter writer, string name, List<T> values, Action<Utf8JsonWriter, T> members)
    {
        if (Collections.IsSet(values))
        {
            writer.WriteStartArray(name);
            foreach (var value in values)
            {
                writer.WriteStartObject();
                members(writer, value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    public static string Text(this JsonElement json, string name) => json.Member(name)?.GetString();

    public static int? Number(this JsonElement json, string name) => json.Member(name)?.GetInt32();

    public static long? LongNumber(this JsonElement json, string name) => json.Member(name)?.GetInt64();

    public static double? Double(this JsonElement json, string name) => json.Member(name)?.GetDouble();

    public static bool? Flag(this JsonElement json, string name) => json.Member(name)?.GetBoolean();

    /// <summary>Epoch seconds, with a fraction; UTC.</summary>
    public static DateTime? Time(this JsonElement json, string name) =>
        json.Member(name) is { } seconds ? AWSSDKUtils.ConvertFromUnixDecimalEpochSeconds(seconds.GetDecimal()) : null;

    public static T Object<T>(this JsonElement json, string name, Func<JsonElement, T> read)
        where T : class =>
        json.Member(name) is { } value ? read(value) : null;

    public static List<T> Objects<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Member(name) is { } values ? [.. values.EnumerateArray().Select(read)] : Collections.Initial<T>();

    public static List<string> Texts(this JsonElement json, string name) => json.Objects(name, value => value.GetString());

    public static Dictionary<string, string> TextMap(this JsonElement json, string name) => json.Member(name) is { } values
        ? values.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString())
        : Collections.InitialMap<string>();

    public static Dictionary<string, List<string>> TextLists(this JsonElement json, string name) => json.Member(name) is { } lists
        ? lists.EnumerateObject().ToDictionary(list => list.Name, list => list.Value.EnumerateArray().Select(value => value.GetString()).ToList())
        : Collections.InitialMap<List<string>>();

    private static JsonElement? Member(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
