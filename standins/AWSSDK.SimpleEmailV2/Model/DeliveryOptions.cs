namespace Amazon.SimpleEmailV2.Model;

/// <summary>How mail is handed over.</summary>
public partial class DeliveryOptions
{
    public TlsPolicy TlsPolicy { get; set; }

    public string SendingPoolName { get; set; }

    public long? MaxDeliverySeconds { get; set; }
}
