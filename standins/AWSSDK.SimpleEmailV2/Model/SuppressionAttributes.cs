using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>For what reasons the account puts addresses on its suppression list.</summary>
public partial class SuppressionAttributes
{
    public List<string> SuppressedReasons { get; set; } = Collections.Initial<string>();

    public SuppressionValidationAttributes ValidationAttributes { get; set; }
}
