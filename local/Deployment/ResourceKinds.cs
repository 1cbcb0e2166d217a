using SesCompliance.Local.Deployment.Resources;

namespace SesCompliance.Local.Deployment;

/// <summary>Makes one declared resource real.</summary>
internal delegate Task<Provisioned> Provision(ResourceInputs inputs, CancellationToken cancellationToken);

/// <param name="Id">The resource's id, as its provider gives it.</param>
/// <param name="Outputs">What the provider computes, besides the inputs.</param>
internal sealed record Provisioned(string Id, params (string Property, object Value)[] Outputs)
{
    public static implicit operator Task<Provisioned>(Provisioned provisioned) => Task.FromResult(provisioned);
}

/// <summary>The resource types that the embedded cloud has, by Pulumi's type token.</summary>
internal sealed class ResourceKinds
{
    private readonly Dictionary<string, Provision> kinds = [];

    private ResourceKinds()
    {
    }

    public static ResourceKinds Of(IServices cloud)
    {
        var kinds = new ResourceKinds();
        CloudWatchResources.AddTo(kinds, cloud.Alarms, cloud.Dashboards);
        DynamoDbResources.AddTo(kinds, cloud.DynamoDb);
        IamResources.AddTo(kinds, cloud.Iam);
        LambdaResources.AddTo(kinds, cloud.Lambda, cloud.Iam);
        LogResources.AddTo(kinds, cloud.Logs);
        Route53Resources.AddTo(kinds, cloud.Zones);
        SesResources.AddTo(kinds, cloud.Ses);
        SnsResources.AddTo(kinds, cloud.Topics);
        SqsResources.AddTo(kinds, cloud.Queues, cloud.Endpoint);
        StepFunctionsResources.AddTo(kinds, cloud.StateMachines, cloud.Iam);
        return kinds;
    }

    /// <summary>The type tokens, in order.</summary>
    public IEnumerable<string> Types => kinds.Keys.Order(StringComparer.Ordinal);

    public void Add(string type, Provision provision) => kinds.Add(type, provision);

    /// <exception cref="DeploymentException">Names the type that the cloud does not have.</exception>
    public async Task<(string Id, Dictionary<string, object> State)> ProvisionAsync(
        string type, string name, IReadOnlyDictionary<string, object> declared, CancellationToken cancellationToken)
    {
        if (!kinds.TryGetValue(type, out var provision))
        {
            throw new DeploymentException($"{type} '{name}': the embedded cloud has no such resource (docs/supported.md lists what it has)");
        }

        var inputs = new ResourceInputs($"{type} '{name}'", declared);
        var provisioned = await provision(inputs, cancellationToken);
        inputs.EnsureAllRead();

        var state = new Dictionary<string, object>(declared);
        foreach (var (property, value) in provisioned.Outputs)
        {
            state[property] = value;
        }

        return (provisioned.Id, state);
    }
}
