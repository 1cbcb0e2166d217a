using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>Whether the account may send, how much, and how it treats suppressed addresses.</summary>
public partial class GetAccountResponse : AmazonWebServiceResponse
{
    public bool? DedicatedIpAutoWarmupEnabled { get; set; }

    public string EnforcementStatus { get; set; }

    public bool? ProductionAccessEnabled { get; set; }

    public SendQuota SendQuota { get; set; }

    public bool? SendingEnabled { get; set; }

    public SuppressionAttributes SuppressionAttributes { get; set; }

    public AccountDetails Details { get; set; }

    public VdmAttributes VdmAttributes { get; set; }
}
