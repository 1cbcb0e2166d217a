namespace Amazon.SimpleEmailV2.Model;

/// <summary>What its dashboard shows.</summary>
public partial class DashboardAttributes
{
    public FeatureStatus EngagementMetrics { get; set; }
}
