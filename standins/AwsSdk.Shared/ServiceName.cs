using Amazon.Runtime.Internal;

namespace Amazon.Runtime.StandIns;

/// <summary>The service id, which AWS_ENDPOINT_URL_(id) and profiles go by.</summary>
internal sealed class ServiceName(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
