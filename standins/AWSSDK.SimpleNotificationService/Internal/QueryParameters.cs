using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Writes parameters of the Query protocol, each only where it is set.</summary>
internal static class QueryParameters
{
    public static void Text(this ParameterCollection parameters, string name, string value)
    {
        if (value is not null)
        {
            parameters.Add(name, value);
        }
    }

    public static void Base64(this ParameterCollection parameters, string name, MemoryStream value)
    {
        if (value is not null)
        {
            parameters.Add(name, Convert.ToBase64String(value.ToArray()));
        }
    }

    /// <summary>A map: its entries are counted from 1, each with a Name and what is written after its Value.</summary>
    public static void Entries<T>(this ParameterCollection parameters, string name, Dictionary<string, T> values, Action<ParameterCollection, string, T> write)
    {
        if (Collections.IsSet(values))
        {
            var number = 0;
            foreach (var (key, value) in values)
            {
                var entry = $"{name}.entry.{++number}";
                parameters.Add(entry + ".Name", key);
                write(parameters, entry + ".Value", value);
            }
        }
    }
}
