namespace Amazon.SimpleEmailV2.Model;

/// <summary>Whether reputation metrics are kept.</summary>
public partial class ReputationOptions
{
    public bool? ReputationMetricsEnabled { get; set; }

    public DateTime? LastFreshStart { get; set; }
}
