using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire.Protocols;

/// <summary>The members of an error's body, in JSON and CBOR alike.</summary>
internal static class ErrorBody
{
    public static JsonObject Typed(AwsException error) => WithMembers(new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }, error);

    /// <summary>REST-JSON names the type in a header only.</summary>
    public static JsonObject Untyped(AwsException error) => WithMembers(new JsonObject { ["message"] = error.Message }, error);

    private static JsonObject WithMembers(JsonObject body, AwsException error)
    {
        foreach (var (name, value) in error.Members ?? [])
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }
}
