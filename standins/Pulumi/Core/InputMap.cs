using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map of inputs by name; its values may be known or unknown one by one.</summary>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> entries;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> entries)
        : base(Flatten(entries)) => this.entries = entries;

    /// <summary>Adds an entry, see <see cref="Add(string, Input{TValue})"/>.</summary>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    private protected override IOutput Serializable => entries;

    /// <summary>A key may come twice only with the same value; another value is an <see cref="ArgumentException"/> in the output.</summary>
    public void Add(string key, Input<TValue> value) =>
        Replace(entries.Apply(all => all.TryGetValue(key, out var before) ? all.SetItem(key, Same(key, before, value)) : all.Add(key, value)));

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values) =>
        Replace(Output.Tuple(entries, values.entries).Apply(both => both.Item1.AddRange(both.Item2)));

    /// <summary>Both maps' entries; where both have a key, <paramref name="second"/> wins.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second) =>
        new(Output.Tuple(first.entries, second.entries).Apply(both => both.Item1.SetItems(both.Item2)));

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) =>
        values.Apply(all => ImmutableDictionary.CreateRange(all));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) =>
        values.Apply(all => ImmutableDictionary.CreateRange(all));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) =>
        new(values.Apply(all => all?.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value)!));

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var empty = ImmutableDictionary<string, TValue>.Empty;
        foreach (var entry in await CurrentOutput.GetValueAsync(whenUnknown: empty).ConfigureAwait(false))
        {
            yield return entry;
        }
    }

    /// <exception cref="NotSupportedException">Always: the entries may not be there yet.</exception>
    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException($"{GetType()} is enumerated with {nameof(GetAsyncEnumerator)} only.");

    private static Output<TValue> Same(string key, Input<TValue> before, Input<TValue> now) =>
        Output.Tuple(before, now).Apply(both => EqualityComparer<TValue>.Default.Equals(both.Item1, both.Item2)
            ? both.Item1
            : throw new ArgumentException($"The map has another value for key '{key}' already."));

    private static Output<ImmutableDictionary<string, TValue>> Flatten(Output<ImmutableDictionary<string, Input<TValue>>> entries) =>
        entries.Apply(all => all is null
            ? null
            : Output.All(all.Select(entry => (Input<KeyValuePair<string, TValue>>)entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
                .Apply(pairs => ImmutableDictionary.CreateRange(pairs)));

    private void Replace(Output<ImmutableDictionary<string, Input<TValue>>> with)
    {
        entries = with;
        CurrentOutput = Flatten(with);
    }
}
