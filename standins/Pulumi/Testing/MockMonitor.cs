using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Passes what the program declares to the mocks, and their answers back in wire form.</summary>
internal sealed class MockMonitor(IMocks mocks)
{
    private readonly List<Resource> resources = [];

    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (resources)
            {
                return [.. resources];
            }
        }
    }

    public async Task<RegistrationAnswer> RegisterAsync(Resource resource, Registration request, string importId)
    {
        Add(resource);
        var urn = UrnOf(resource, request.ParentUrn);
        if (resource is Stack)
        {
            return new(urn, null, ImmutableDictionary<string, object?>.Empty);
        }

        var (id, state) = await mocks.NewResourceAsync(ArgsOf(resource, request, importId)).ConfigureAwait(false);
        return new(urn, id ?? importId, await StateAsync(state).ConfigureAwait(false));
    }

    public async Task<RegistrationAnswer> ReadAsync(Resource resource, Registration request, string id)
    {
        var (_, state) = await mocks.NewResourceAsync(ArgsOf(resource, request, id)).ConfigureAwait(false);
        var answer = new RegistrationAnswer(UrnOf(resource, request.ParentUrn), id, await StateAsync(state).ConfigureAwait(false));
        Add(resource);
        return answer;
    }

    public async Task<ImmutableDictionary<string, object?>> InvokeAsync(string token, ImmutableDictionary<string, object?> args, string provider)
    {
        var call = new MockCallArgs { Token = token, Args = Known(args), Provider = provider };
        return await StateAsync(await mocks.CallAsync(call).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public Task RegisterOutputsAsync(string urn, ImmutableDictionary<string, object?> outputs) =>
        mocks.RegisterResourceOutputs(new(urn, outputs.ToImmutableDictionary(output => output.Key, output => ToOutput(output.Value))));

    private static MockResourceArgs ArgsOf(Resource resource, Registration request, string id) => new()
    {
        Type = resource.GetResourceType(),
        Name = resource.GetResourceName(),
        Inputs = Known(request.Inputs),
        Provider = request.Provider,
        Id = id,
    };

    private static Output<object?> ToOutput(object? value)
    {
        var (plain, isKnown, isSecret) = Deserialized.Of(value);
        return new(Task.FromResult(new OutputData<object?>(plain, isKnown, isSecret, [])));
    }

    /// <summary>An input with an unknown anywhere in it is left out as a whole.</summary>
    private static ImmutableDictionary<string, object> Known(ImmutableDictionary<string, object?> inputs) => inputs
        .Select(input => (input.Key, Plain: Deserialized.Of(input.Value)))
        .Where(input => input.Plain is { IsKnown: true, Value: not null })
        .ToImmutableDictionary(input => input.Key, input => input.Plain.Value!);

    private static async Task<ImmutableDictionary<string, object?>> StateAsync(object state)
    {
        var map = state is IDictionary<string, object?> entries ? entries.ToImmutableDictionary() : state;
        return await new Serializer().SerializeAsync("", map).ConfigureAwait(false) as ImmutableDictionary<string, object?>
            ?? throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
    }

    /// <summary>Of the types above a resource, the mocks' URNs hold the outermost only, which is the stack's.</summary>
    private static string UrnOf(Resource resource, string? parentUrn)
    {
        var type = resource.GetResourceType();
        var qualified = string.IsNullOrEmpty(parentUrn) ? type : $"{parentUrn.Split("::")[2].Split('$')[0]}${type}";
        return $"urn:pulumi:{Deployment.Instance.StackName}::{Deployment.Instance.ProjectName}::{qualified}::{resource.GetResourceName()}";
    }

    private void Add(Resource resource)
    {
        lock (resources)
        {
            resources.Add(resource);
        }
    }
}
