using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>The reasons that override the account's.</summary>
public partial class SuppressionOptions
{
    public List<string> SuppressedReasons { get; set; } = Collections.Initial<string>();

    public SuppressionValidationOptions ValidationOptions { get; set; }
}
