namespace Amazon.SimpleEmailV2.Model;

/// <summary>A dimension of those metrics.</summary>
public partial class CloudWatchDimensionConfiguration
{
    public string DimensionName { get; set; }

    public DimensionValueSource DimensionValueSource { get; set; }

    public string DefaultDimensionValue { get; set; }
}
