namespace Amazon.SimpleEmailV2.Model;

/// <summary>Asks where a configuration set publishes its events.</summary>
public partial class GetConfigurationSetEventDestinationsRequest : AmazonSimpleEmailServiceV2Request
{
    public string ConfigurationSetName { get; set; }
}
