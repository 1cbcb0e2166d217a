namespace Pulumi.Serialization;

// Between program and engine values are null, bool, double, string, lists (ImmutableArray<object?>), maps
// (ImmutableDictionary<string, object?>), assets, archives, and the three kinds below.

/// <summary>A value that a preview can't know.</summary>
internal sealed class Unknown
{
    public static readonly Unknown Value = new();

    /// <summary>How Pulumi's protocol writes an unknown where it takes only text.</summary>
    public const string OnTheWire = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}

internal sealed record Secret(object? Value);

internal sealed record ResourceReference(object? Urn);
