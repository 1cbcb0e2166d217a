namespace Amazon.SimpleEmailV2.Model;

/// <summary>What it may change.</summary>
public partial class GuardianAttributes
{
    public FeatureStatus OptimizedSharedDelivery { get; set; }
}
