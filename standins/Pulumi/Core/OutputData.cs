using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an output comes to: a value (only meaningful when known), whether it is secret, and the resources it came from.</summary>
internal readonly record struct OutputData<T>(T Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    public static OutputData<T> Plain(T value, bool isSecret = false) => new(value, true, isSecret, []);

    public static OutputData<T> Unknown(ImmutableHashSet<Resource>? resources = null, bool isSecret = false) =>
        new(default!, false, isSecret, resources ?? []);

    public OutputData<object?> Untyped() => new(Value, IsKnown, IsSecret, Resources);
}

/// <summary>An output whose type argument is not known to the caller.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}

/// <summary>An input whose type argument is not known to the caller.</summary>
internal interface IInput
{
    IOutput ToOutput();

    /// <summary>As it is sent: lists and maps element by element, so that one unknown element doesn't hide the others.</summary>
    IOutput ToSerializable() => ToOutput();
}

/// <summary>Joins several outputs: unknown if one is, secret if one is, and from all their resources.</summary>
internal sealed class OutputJoin
{
    private readonly ImmutableHashSet<Resource>.Builder resources = ImmutableHashSet.CreateBuilder<Resource>();
    private bool isKnown = true;
    private bool isSecret;

    public async Task<T> TakeAsync<T>(Input<T> input)
    {
        var data = await ((Output<T>)input).DataTask.ConfigureAwait(false);
        resources.UnionWith(data.Resources);
        isKnown &= data.IsKnown;
        isSecret |= data.IsSecret;
        return data.Value;
    }

    public OutputData<T> With<T>(T value) => new(value, isKnown, isSecret, resources.ToImmutable());
}
