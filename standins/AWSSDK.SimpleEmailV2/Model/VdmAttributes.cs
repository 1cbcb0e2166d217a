namespace Amazon.SimpleEmailV2.Model;

/// <summary>The settings of the Virtual Deliverability Manager.</summary>
public partial class VdmAttributes
{
    public FeatureStatus VdmEnabled { get; set; }

    public DashboardAttributes DashboardAttributes { get; set; }

    public GuardianAttributes GuardianAttributes { get; set; }
}
