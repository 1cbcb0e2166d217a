using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sns;

/// <summary>What SNS notes on a message that it puts into a dead-letter queue.</summary>
internal static class DeadLetter
{
    public static JsonObject Attributes(Exception failure, string requestId) => new()
    {
        ["RequestID"] = Text(requestId),
        ["ErrorCode"] = Text(failure is AwsException refusal ? refusal.Code : "InternalError"),
        ["ErrorMessage"] = Text(failure.Message),
    };

    private static JsonObject Text(string value) => new() { ["DataType"] = "String", ["StringValue"] = value };
}
