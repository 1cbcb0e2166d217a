namespace Amazon.SimpleEmailV2.Model;

/// <summary>Whether the configuration set may send.</summary>
public partial class SendingOptions
{
    public bool? SendingEnabled { get; set; }
}
