using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>Events are counted as metrics.</summary>
public partial class CloudWatchDestination
{
    public List<CloudWatchDimensionConfiguration> DimensionConfigurations { get; set; } = Collections.Initial<CloudWatchDimensionConfiguration>();
}
