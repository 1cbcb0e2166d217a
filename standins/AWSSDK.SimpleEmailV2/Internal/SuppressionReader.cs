using System.Text.Json;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>Reads how doubted addresses are treated, which the account and a configuration set say alike.</summary>
internal static class SuppressionReader
{
    public static SuppressionConditionThreshold ReadSuppressionConditionThreshold(JsonElement json) => new()
    {
        ConditionThresholdEnabled = json.Text("ConditionThresholdEnabled"),
        OverallConfidenceThreshold = json.Object("OverallConfidenceThreshold", ReadSuppressionConfidenceThreshold),
    };

    private static SuppressionConfidenceThreshold ReadSuppressionConfidenceThreshold(JsonElement json) => new()
    {
        ConfidenceVerdictThreshold = json.Text("ConfidenceVerdictThreshold"),
    };
}
