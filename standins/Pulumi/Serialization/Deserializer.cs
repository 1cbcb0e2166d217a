using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What a serialized value says once secrets and unknowns are lifted out of it.</summary>
internal readonly record struct Deserialized(object? Value, bool IsKnown, bool IsSecret)
{
    /// <summary>A list or map is unknown if anything in it is, and secret likewise.</summary>
    public static Deserialized Of(object? value) => value switch
    {
        Secret secret => Of(secret.Value) with { IsSecret = true },
        Unknown => new(null, false, false),
        ResourceReference reference => Of(reference.Urn) is { Value: string urn } known ? known with { Value = new DependencyResource(urn) } : default,
        ImmutableArray<object?> list => OfList(list),
        ImmutableDictionary<string, object?> map => OfMap(map),
        _ => new(value, true, false),
    };

    private static Deserialized OfList(ImmutableArray<object?> list)
    {
        var elements = list.Select(Of).ToList();
        return new(
            elements.Select(element => element.Value).ToImmutableArray(),
            elements.All(element => element.IsKnown),
            elements.Any(element => element.IsSecret));
    }

    /// <summary>Names that start with two underscores are the engine's own.</summary>
    private static Deserialized OfMap(ImmutableDictionary<string, object?> map)
    {
        var members = map
            .Where(member => !member.Key.StartsWith("__", StringComparison.Ordinal))
            .ToDictionary(member => member.Key, member => Of(member.Value));
        return new(
            members.ToImmutableDictionary(member => member.Key, member => member.Value.Value),
            members.Values.All(member => member.IsKnown),
            members.Values.Any(member => member.IsSecret));
    }
}
