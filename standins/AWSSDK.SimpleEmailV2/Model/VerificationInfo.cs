namespace Amazon.SimpleEmailV2.Model;

/// <summary>When SES last looked, and what it met.</summary>
public partial class VerificationInfo
{
    public DateTime? LastCheckedTimestamp { get; set; }

    public DateTime? LastSuccessTimestamp { get; set; }

    public VerificationError ErrorType { get; set; }

    public SOARecord SOARecord { get; set; }
}
