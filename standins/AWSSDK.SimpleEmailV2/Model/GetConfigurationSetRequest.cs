namespace Amazon.SimpleEmailV2.Model;

/// <summary>Asks about a configuration set.</summary>
public partial class GetConfigurationSetRequest : AmazonSimpleEmailServiceV2Request
{
    public string ConfigurationSetName { get; set; }
}
