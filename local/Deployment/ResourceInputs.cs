using System.Collections.Immutable;
using System.Globalization;

namespace SesCompliance.Local.Deployment;

/// <summary>
/// A resource's declared properties. Each must be read: a property that nobody asked for is one that the embedded cloud does not know, and
/// <see cref="EnsureAllRead"/> refuses it by name rather than ignoring it.
/// </summary>
public sealed class ResourceInputs
{
    private readonly string place;
    private readonly IReadOnlyDictionary<string, object> values;
    private readonly HashSet<string> unread;
    private readonly List<ResourceInputs> parts = [];

    /// <param name="place">How messages name the resource, e.g. <c>aws:sqs/queue:Queue 'feedback'</c>.</param>
    public ResourceInputs(string place, IReadOnlyDictionary<string, object> values)
    {
        this.place = place;
        this.values = values;
        unread = [.. values.Keys];
    }

    public string? Text(string property) => Read(property) switch
    {
        null => null,
        string text => text,
        var other => throw Wrong(property, other, "a string"),
    };

    public string RequiredText(string property) => Text(property) ?? throw new DeploymentException($"{place}: {property} is missing");

    public int? Number(string property) => Read(property) switch
    {
        null => null,
        double number => (int)number,
        int number => number,
        var other => throw Wrong(property, other, "a number"),
    };

    public int RequiredNumber(string property) => Number(property) ?? throw new DeploymentException($"{place}: {property} is missing");

    /// <summary>A number that need not be whole.</summary>
    public double? Real(string property) => Read(property) switch
    {
        null => null,
        double number => number,
        int number => number,
        var other => throw Wrong(property, other, "a number"),
    };

    public double RequiredReal(string property) => Real(property) ?? throw new DeploymentException($"{place}: {property} is missing");

    public bool? Flag(string property) => Read(property) switch
    {
        null => null,
        bool flag => flag,
        var other => throw Wrong(property, other, "true or false"),
    };

    public ImmutableArray<string> Texts(string property) => Read(property) switch
    {
        null => [],
        ImmutableArray<object> items => [.. items.Select(item => item as string ?? throw Wrong(property, item, "a list of strings"))],
        var other => throw Wrong(property, other, "a list of strings"),
    };

    public ImmutableDictionary<string, string> Map(string property) => Read(property) switch
    {
        null => ImmutableDictionary<string, string>.Empty,
        ImmutableDictionary<string, object> map => map.ToImmutableDictionary(
            entry => entry.Key, entry => entry.Value as string ?? throw Wrong(property, entry.Value, "a map of strings")),
        var other => throw Wrong(property, other, "a map of strings"),
    };

    /// <summary>A nested structure, whose own properties must all be read too.</summary>
    public ResourceInputs? Part(string property) => Read(property) switch
    {
        null => null,
        ImmutableDictionary<string, object> part => Nested(property, part),
        var other => throw Wrong(property, other, "a structure"),
    };

    public ImmutableArray<ResourceInputs> Parts(string property) => Read(property) switch
    {
        null => [],
        ImmutableArray<object> items => [.. items.Select((item, index) => item is ImmutableDictionary<string, object> part
            ? Nested(string.Create(CultureInfo.InvariantCulture, $"{property}[{index}]"), part)
            : throw Wrong(property, item, "a list of structures"))],
        var other => throw Wrong(property, other, "a list of structures"),
    };

    /// <summary>Takes a property whose value may only be one thing here, because the cloud has nothing that differs by it.</summary>
    public void Only(string property, params object?[] allowed)
    {
        var value = Read(property);
        if (value is not null && !allowed.Contains(value))
        {
            throw Wrong(property, value, string.Join(" or ", allowed));
        }
    }

    /// <summary>Takes properties that have no effect on one machine (docs/supported.md lists them).</summary>
    public void WithoutEffect(params string[] properties)
    {
        foreach (var property in properties)
        {
            Read(property);
        }
    }

    /// <exception cref="DeploymentException">Names the first property that was not read.</exception>
    public void EnsureAllRead()
    {
        if (unread.Order(StringComparer.Ordinal).FirstOrDefault() is { } property)
        {
            throw new DeploymentException($"{place}: the embedded cloud does not know the property '{property}' (docs/supported.md lists what it knows)");
        }

        parts.ForEach(part => part.EnsureAllRead());
    }

    private object? Read(string property)
    {
        unread.Remove(property);
        return values.GetValueOrDefault(property);
    }

    private ResourceInputs Nested(string property, IReadOnlyDictionary<string, object> values)
    {
        var part = new ResourceInputs($"{place}.{property}", values);
        parts.Add(part);
        return part;
    }

    /// <summary>What to throw where a value is not what it must be.</summary>
    public DeploymentException Wrong(string property, object value, string expected) => new($"{place}: {property} is '{value}': it must be {expected}");
}
