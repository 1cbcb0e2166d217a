using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource ready to be registered: all it depends on has been.</summary>
internal sealed record Registration(ImmutableDictionary<string, object?> Inputs, string? ParentUrn, string Provider);

/// <summary>What became of a registration; the state holds values in wire form.</summary>
internal sealed record RegistrationAnswer(string Urn, string? Id, ImmutableDictionary<string, object?> State);

public sealed partial class Deployment
{
    internal void Register(Resource resource, bool custom, bool remote, ResourceArgs args, ResourceOptions options) =>
        Runner.Track(CompleteAsync(resource, custom, args, options));

    internal void RegisterOutputs(ComponentResource component, Output<IDictionary<string, object?>> outputs)
    {
        Runner.Track(RegisterAsync());

        async Task RegisterAsync()
        {
            var urn = await component.Urn.GetValueAsync("").ConfigureAwait(false);
            var values = await outputs.GetValueAsync(whenUnknown: null!).ConfigureAwait(false);
            var (serialized, _) = await SerializeAsync(values).ConfigureAwait(false);
            await monitor.RegisterOutputsAsync(urn, serialized).ConfigureAwait(false);
        }
    }

    /// <summary>Resources and, for local components, all custom resources and remote components below them, but none below a custom resource.</summary>
    private static HashSet<Resource> Reachable(IEnumerable<Resource> resources)
    {
        var seen = new HashSet<Resource>();
        var open = new Stack<Resource>(resources);
        while (open.TryPop(out var resource))
        {
            if (seen.Add(resource) && resource is ComponentResource)
            {
                foreach (var child in resource.Children)
                {
                    open.Push(child);
                }
            }
        }

        seen.RemoveWhere(resource => resource is ComponentResource { IsRemote: false });
        return seen;
    }

    private static async Task WaitForAsync(IEnumerable<Resource> resources) =>
        await Task.WhenAll(Reachable(resources).Select(resource => resource.Urn.GetValueAsync(""))).ConfigureAwait(false);

    private static async Task<string> ProviderReferenceAsync(ProviderResource? provider) =>
        provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false);

    /// <summary>An error's message begins with the property in which it is.</summary>
    private static async Task<(ImmutableDictionary<string, object?> Values, HashSet<Resource> Dependencies)> SerializeAsync(
        IEnumerable<KeyValuePair<string, object?>> properties)
    {
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        var serializer = new Serializer();
        foreach (var (name, property) in properties)
        {
            try
            {
                if (await serializer.SerializeAsync(name, property).ConfigureAwait(false) is { } value)
                {
                    values.Add(name, value);
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"property \"{name}\" can't be serialized: {exception.Message}", exception);
            }
        }

        return (values.ToImmutable(), serializer.Dependencies);
    }

    private async Task CompleteAsync(Resource resource, bool custom, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            var answer = await ReadOrRegisterAsync(resource, custom, args, options).ConfigureAwait(false);
            foreach (var (name, output) in resource.Outputs)
            {
                if (name == "urn")
                {
                    output.Set(answer.Urn, isKnown: true, isSecret: false);
                }
                else if (name == "id" && custom)
                {
                    output.Set(answer.Id ?? "", isKnown: !string.IsNullOrEmpty(answer.Id), isSecret: false);
                }
                else if (answer.State.TryGetValue(name, out var value))
                {
                    var (plain, isKnown, isSecret) = Deserialized.Of(value);
                    output.Set(ValueConverter.Convert(plain, output.ValueType), isKnown, isSecret);
                }
            }
        }
        catch (Exception exception)
        {
            foreach (var output in resource.Outputs.Values)
            {
                output.SetException(exception);
            }

            throw;
        }
        finally
        {
            foreach (var output in resource.Outputs.Values)
            {
                output.SetDefault(isKnown: !IsDryRun);
            }
        }
    }

    private async Task<RegistrationAnswer> ReadOrRegisterAsync(Resource resource, bool custom, ResourceArgs args, ResourceOptions options)
    {
        var id = options.Id is null ? "" : await options.Id.ToOutput().GetValueAsync("").ConfigureAwait(false);
        if (!string.IsNullOrEmpty(id) && !custom)
        {
            throw new ArgumentException($"The option {nameof(ResourceOptions.Id)} is for custom resources only.");
        }

        var registration = await PrepareAsync(resource, custom, args, options).ConfigureAwait(false);
        return string.IsNullOrEmpty(id)
            ? await monitor.RegisterAsync(resource, registration, (options as CustomResourceOptions)?.ImportId ?? "").ConfigureAwait(false)
            : await monitor.ReadAsync(resource, registration, id).ConfigureAwait(false);
    }

    private async Task<Registration> PrepareAsync(Resource resource, bool custom, ResourceArgs args, ResourceOptions options)
    {
        var dependencies = await options.DependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        var properties = args.ToDictionary().Where(property => property.Key is not ("id" or "urn"));
        var (inputs, sources) = await SerializeAsync(properties).ConfigureAwait(false);
        var parentUrn = options.Parent is { } parent ? await parent.Urn.GetValueAsync("").ConfigureAwait(false)
            : resource is Stack ? null
            : await Stack.Urn.GetValueAsync("").ConfigureAwait(false);
        var provider = custom
            ? await ProviderReferenceAsync(options.Provider ?? options.Parent?.ProviderOf(resource.GetResourceType())).ConfigureAwait(false)
            : "";
        await WaitForAsync(dependencies.Concat(sources)).ConfigureAwait(false);
        return new(inputs, parentUrn, provider);
    }
}
