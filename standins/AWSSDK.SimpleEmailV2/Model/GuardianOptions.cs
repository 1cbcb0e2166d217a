namespace Amazon.SimpleEmailV2.Model;

/// <summary>What it may change for the configuration set.</summary>
public partial class GuardianOptions
{
    public FeatureStatus OptimizedSharedDelivery { get; set; }
}
