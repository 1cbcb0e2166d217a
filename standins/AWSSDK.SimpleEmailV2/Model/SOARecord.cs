namespace Amazon.SimpleEmailV2.Model;

/// <summary>The domain's start of authority, as SES saw it.</summary>
public partial class SOARecord
{
    public string PrimaryNameServer { get; set; }

    public string AdminEmail { get; set; }

    public long? SerialNumber { get; set; }
}
