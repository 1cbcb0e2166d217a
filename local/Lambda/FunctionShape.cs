using System.Globalization;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Lambda;

/// <summary>A function as the API describes it (FunctionConfiguration in the service model).</summary>
internal static class FunctionShape
{
    public static JsonObject Configuration(LambdaFunction function) => Configuration(new FunctionVersion(function, null));

    public static JsonObject Configuration(FunctionVersion version)
    {
        var function = version.Function;
        var declared = version.Configuration;
        var output = new JsonObject
        {
            ["FunctionName"] = declared.FunctionName,
            ["FunctionArn"] = version.Arn,
            ["Runtime"] = declared.Runtime,
            ["Role"] = declared.RoleArn,
            ["Handler"] = declared.Handler,
            ["CodeSize"] = function.Code.Size,
            ["Description"] = declared.Description,
            ["Timeout"] = declared.Timeout,
            ["MemorySize"] = declared.MemorySize,
            ["LastModified"] = function.LastModified.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
            ["CodeSha256"] = function.Code.Sha256,
            ["Version"] = version.Version,
            ["TracingConfig"] = new JsonObject { ["Mode"] = "PassThrough" },
            ["State"] = "Active",
            ["LastUpdateStatus"] = "Successful",
            ["PackageType"] = "Zip",
            ["Architectures"] = new JsonArray(declared.Architecture),
            ["EphemeralStorage"] = new JsonObject { ["Size"] = 512 },
            ["LoggingConfig"] = new JsonObject { ["LogFormat"] = declared.LogFormat, ["LogGroup"] = declared.LogGroup },
        };
        if (declared.Environment.Count > 0)
        {
            output["Environment"] = new JsonObject
            {
                ["Variables"] = new JsonObject(declared.Environment.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, one.Value))),
            };
        }

        return output;
    }
}
