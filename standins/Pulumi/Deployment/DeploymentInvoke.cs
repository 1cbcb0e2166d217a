using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Unknown if an argument is, or the id of a resource that an argument or the options depend on.</summary>
    internal async Task<OutputData<T>> InvokeOutputAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var (values, sources) = await SerializeInvokeArgsAsync(token, args).ConfigureAwait(false);
        if (values.Values.Any(value => !Deserialized.Of(value).IsKnown))
        {
            return OutputData<T>.Unknown();
        }

        var dependencies = options is InvokeOutputOptions { DependsOn: var dependsOn }
            ? await dependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false)
            : [];
        foreach (var resource in Reachable(sources.Concat(dependencies)).OfType<CustomResource>().Where(resource => resource.Id is not null))
        {
            if (!(await resource.Id.DataTask.ConfigureAwait(false)).IsKnown)
            {
                return OutputData<T>.Unknown();
            }
        }

        var (result, isKnown, isSecret) = Deserialized.Of(await InvokeAsync(token, values, options).ConfigureAwait(false));
        return new((T)ValueConverter.Convert(result, typeof(T))!, isKnown, isSecret, [.. sources, .. dependencies]);
    }

    internal async Task<T> InvokePlainAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var (values, _) = await SerializeAsync((args ?? InvokeArgs.Empty).ToDictionary()).ConfigureAwait(false);
        var result = Deserialized.Of(await InvokeAsync(token, values, options).ConfigureAwait(false));
        return (T)ValueConverter.Convert(result.Value, typeof(T))!;
    }

    private async Task<(ImmutableDictionary<string, object?> Values, HashSet<Resource> Sources)> SerializeInvokeArgsAsync(string token, InvokeArgs args)
    {
        try
        {
            return await SerializeAsync((args ?? InvokeArgs.Empty).ToDictionary()).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Told here too: nobody may ever look at the output that fails.
            Runner.LogError($"The arguments of {token} can't be serialized: {exception}");
            throw;
        }
    }

    private async Task<ImmutableDictionary<string, object?>> InvokeAsync(
        string token, ImmutableDictionary<string, object?> args, InvokeOptions? options)
    {
        var provider = await ProviderReferenceAsync(options?.Provider ?? options?.Parent?.ProviderOf(token)).ConfigureAwait(false);
        return await monitor.InvokeAsync(token, args, provider).ConfigureAwait(false);
    }
}
