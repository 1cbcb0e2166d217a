using Amazon.Runtime.Endpoints;

namespace Amazon.Runtime.StandIns;

/// <summary>What the endpoint rules of a regional service go by.</summary>
internal sealed class RegionalEndpointParameters : EndpointParameters
{
    public string Region
    {
        get => (string)this[nameof(Region)];
        set => this[nameof(Region)] = value;
    }

    public bool UseDualStack
    {
        get => (bool?)this[nameof(UseDualStack)] ?? false;
        set => this[nameof(UseDualStack)] = (bool?)value;
    }

    public bool UseFIPS
    {
        get => (bool?)this[nameof(UseFIPS)] ?? false;
        set => this[nameof(UseFIPS)] = (bool?)value;
    }

    public string Endpoint
    {
        get => (string)this[nameof(Endpoint)];
        set => this[nameof(Endpoint)] = value;
    }
}
