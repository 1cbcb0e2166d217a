using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Lambda;

/// <summary>What an on-failure destination gets (https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).</summary>
public static class DestinationRecord
{
    /// <param name="functionArn">Qualified.</param>
    /// <param name="condition"><c>RetriesExhausted</c> or <c>EventAgeExceeded</c>.</param>
    /// <param name="last">What the function answered last; null where it never ran.</param>
    public static string Write(
        DateTimeOffset at, string requestId, string functionArn, string condition, int invokeCount, string requestPayload, InvocationResult? last)
    {
        var record = new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = AwsTime.Format(at),
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = requestId,
                ["functionArn"] = functionArn,
                ["condition"] = condition,
                ["approximateInvokeCount"] = invokeCount,
            },
            ["requestPayload"] = Json(requestPayload),
        };
        if (last is not null)
        {
            record["responseContext"] = new JsonObject
            {
                ["statusCode"] = 200,
                ["executedVersion"] = last.ExecutedVersion,
                ["functionError"] = last.FunctionError,
            };
            record["responsePayload"] = Json(last.Payload);
        }

        return record.ToJsonString(PlainJson.Options);
    }

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
