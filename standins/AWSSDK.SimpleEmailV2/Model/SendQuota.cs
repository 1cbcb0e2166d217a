namespace Amazon.SimpleEmailV2.Model;

/// <summary>What the account may send, and has sent in the last 24 hours.</summary>
public partial class SendQuota
{
    public double? Max24HourSend { get; set; }

    public double? MaxSendRate { get; set; }

    public double? SentLast24Hours { get; set; }
}
