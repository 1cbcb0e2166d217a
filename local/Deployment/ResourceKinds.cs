using SesCompliance.Local.Deployment.Resources;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Deployment;

/// <summary>The resource types that the embedded cloud has, by Pulumi's type token.</summary>
internal sealed class ResourceKinds
{
    private readonly Dictionary<string, ResourceKind> kinds = [];

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

    public void Add(string type, ResourceKind kind) => kinds.Add(type, kind);

    /// <exception cref="DeploymentException">Names the type that the cloud does not have.</exception>
    public ResourceKind Find(string type, string name) => kinds.GetValueOrDefault(type)
        ?? throw new DeploymentException($"{type} '{name}': the embedded cloud has no such resource (docs/supported.md lists what it has)");

    /// <exception cref="DeploymentException">Names the resource, the property and the rule.</exception>
    public Task<ResourceState> CreateAsync(string type, string name, IReadOnlyDictionary<string, object> declared, CancellationToken cancellationToken) =>
        ProvisionAsync(type, name, declared, (kind, inputs) => kind.Create(inputs, cancellationToken));

    /// <exception cref="DeploymentException">Names the resource, the property and the rule.</exception>
    public async Task<ResourceState> UpdateAsync(ResourceState was, IReadOnlyDictionary<string, object> declared, CancellationToken cancellationToken)
    {
        var now = await ProvisionAsync(was.Type, was.Name, declared, (kind, inputs) => kind.Update!(was, inputs, cancellationToken));
        return now with { Computed = ResourceState.Merged(was.Computed, now.Computed) };
    }

    /// <summary>Deletes a resource; one that somebody else has deleted is gone just the same.</summary>
    /// <exception cref="DeploymentException">The service refuses.</exception>
    public async Task DeleteAsync(ResourceState was, CancellationToken cancellationToken)
    {
        try
        {
            await Find(was.Type, was.Name).Delete(was, cancellationToken);
        }
        catch (AwsException gone) when (gone.StatusCode == 404 || gone.Code is "QueueDoesNotExist" or "ResourceNotFoundException")
        {
        }
        catch (AwsException refusal)
        {
            throw Refused(was.Type, was.Name, refusal);
        }
    }

    private async Task<ResourceState> ProvisionAsync(
        string type, string name, IReadOnlyDictionary<string, object> declared, Func<ResourceKind, ResourceInputs, Task<Provisioned>> provision)
    {
        var inputs = new ResourceInputs($"{type} '{name}'", declared);
        try
        {
            var provisioned = await provision(Find(type, name), inputs);
            inputs.EnsureAllRead();
            return new ResourceState(type, name, provisioned.Id, declared, provisioned.Computed.ToDictionary(output => output.Property, output => output.Value));
        }
        catch (AwsException refusal)
        {
            throw Refused(type, name, refusal);
        }
    }

    private static DeploymentException Refused(string type, string name, AwsException refusal) => new($"{type} '{name}': {refusal.Code}: {refusal.Message}");
}
