namespace Amazon.SimpleEmailV2.Model;

/// <summary>The Virtual Deliverability Manager's settings that override the account's.</summary>
public partial class VdmOptions
{
    public DashboardOptions DashboardOptions { get; set; }

    public GuardianOptions GuardianOptions { get; set; }
}
