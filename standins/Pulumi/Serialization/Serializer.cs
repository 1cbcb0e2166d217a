using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Turns what a program gives into what the engine takes, and gathers the resources it came from.</summary>
internal sealed class Serializer
{
    public HashSet<Resource> Dependencies { get; } = [];

    /// <exception cref="InvalidOperationException">A value's type can't be sent; the message names type and place.</exception>
    public async Task<object?> SerializeAsync(string place, object? value) => value switch
    {
        null or bool or double or string or Unknown or Secret or ResourceReference => value,
        int number => (double)number,
        InputArgs args => await SerializeMapAsync(place, args.ToDictionary()).ConfigureAwait(false),
        AssetOrArchive asset => asset,
        Task => throw new InvalidOperationException($"{place} is a task: wrap it with Output.Create."),
        IInput input => await SerializeAsync(place, input.ToSerializable()).ConfigureAwait(false),
        IUnion union => await SerializeAsync(place, union.Value).ConfigureAwait(false),
        IOutput output => await SerializeOutputAsync(place, output).ConfigureAwait(false),
        CustomResource resource => await SerializeResourceAsync(place, resource, resource.Id).ConfigureAwait(false),
        ComponentResource component => new ResourceReference(await SerializeAsync(place, component.Urn).ConfigureAwait(false)),
        IDictionary map => await SerializeMapAsync(place, map).ConfigureAwait(false),
        IList list => await SerializeListAsync(place, list).ConfigureAwait(false),
        Enum when Enum.GetUnderlyingType(value.GetType()) == typeof(int) => (double)(int)value,
        ValueTuple => null,
        _ when value.GetType().IsDefined(typeof(EnumTypeAttribute)) => EnumValue(place, value),
        _ when value.GetType().IsDefined(typeof(OutputTypeAttribute)) => await SerializeOutputTypeAsync(place, value).ConfigureAwait(false),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type: {place}"),
    };

    private static object? EnumValue(string place, object value) =>
        value.GetType().GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [value.GetType()]) is { } conversion
        && (conversion.ReturnType == typeof(string) || conversion.ReturnType == typeof(double))
            ? conversion.Invoke(null, [value])
            : throw new InvalidOperationException($"{value.GetType().FullName} has no explicit conversion to String or Double: {place}");

    private async Task<object?> SerializeOutputAsync(string place, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        Dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return Unknown.Value;
        }

        var value = await SerializeAsync(place, data.Value).ConfigureAwait(false);
        return data.IsSecret ? new Secret(value) : value;
    }

    private async Task<object?> SerializeResourceAsync(string place, CustomResource resource, Output<string>? id)
    {
        Dependencies.Add(resource);
        await SerializeAsync($"{place}.id", id).ConfigureAwait(false);
        return new ResourceReference(await SerializeAsync($"{place}.urn", resource.Urn).ConfigureAwait(false));
    }

    /// <summary>A null entry of a map is not sent.</summary>
    private async Task<object?> SerializeMapAsync(string place, IDictionary map)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var key in map.Keys)
        {
            if (key is not string name)
            {
                throw new InvalidOperationException($"Only maps with string keys can be sent: {place}");
            }

            if (await SerializeAsync($"{place}.{name}", map[name]).ConfigureAwait(false) is { } value)
            {
                result[name] = value;
            }
        }

        return result.ToImmutable();
    }

    private async Task<object?> SerializeListAsync(string place, IList list)
    {
        if (list.GetType() is { IsConstructedGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && (bool)type.GetProperty(nameof(ImmutableArray<int>.IsDefaultOrEmpty))!.GetValue(list)!)
        {
            return ImmutableArray<object?>.Empty;
        }

        var result = ImmutableArray.CreateBuilder<object?>(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            result.Add(await SerializeAsync($"{place}[{index}]", list[index]).ConfigureAwait(false));
        }

        return result.MoveToImmutable();
    }

    /// <summary>A result that is passed on: its read-only fields, named as on the wire. Null members stay, as in the official SDK.</summary>
    private async Task<object?> SerializeOutputTypeAsync(string place, object value)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var field in value.GetType().GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(field => field.IsInitOnly))
        {
            var name = char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
            result[name] = await SerializeAsync($"{place}.{name}", field.GetValue(value)).ConfigureAwait(false);
        }

        return result.ToImmutable();
    }
}
