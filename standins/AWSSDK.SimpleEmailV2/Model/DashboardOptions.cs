namespace Amazon.SimpleEmailV2.Model;

/// <summary>What its dashboard shows of the configuration set.</summary>
public partial class DashboardOptions
{
    public FeatureStatus EngagementMetrics { get; set; }
}
