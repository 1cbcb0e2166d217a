using System.Text.Json;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>Reads the labels of resources.</summary>
internal static class TagReader
{
    public static Tag ReadTag(JsonElement json) => new()
    {
        Key = json.Text("Key"),
        Value = json.Text("Value"),
    };
}
