using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list of inputs; its elements may be known or unknown one by one.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> elements;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> elements)
        : base(Flatten(elements)) => this.elements = elements;

    private protected override IOutput Serializable => elements;

    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        elements = Joined(inputs);
        CurrentOutput = Flatten(elements);
    }

    public InputList<T> Concat(InputList<T> other) => new(Joined(other));

    public static implicit operator InputList<T>(T value) => Of([value]);

    public static implicit operator InputList<T>(Output<T> value) => Of([value]);

    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    public static implicit operator InputList<T>(T[] values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(Output<T>[] values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(Input<T>[] values) => Of([.. values]);

    public static implicit operator InputList<T>(List<T> values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(List<Output<T>> values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(List<Input<T>> values) => Of([.. values]);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(Inputs(values));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) =>
        Of(values.IsDefault ? default : [.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(all => Inputs([.. all])));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(all => Inputs([.. all])));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(all => Inputs([.. all])));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(Inputs));

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var value in await CurrentOutput.GetValueAsync(whenUnknown: []).ConfigureAwait(false))
        {
            yield return value;
        }
    }

    /// <exception cref="NotSupportedException">Always: the elements may not be there yet.</exception>
    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException($"{GetType()} is enumerated with {nameof(GetAsyncEnumerator)} only.");

    internal InputList<T> Clone() => new(elements);

    private static InputList<T> Of(ImmutableArray<Input<T>> values) => new(Output.Create(values));

    private static ImmutableArray<Input<T>> Inputs(ImmutableArray<T> values) =>
        values.IsDefault ? default : [.. values.Select(value => (Input<T>)value)];

    private static Output<ImmutableArray<T>> Flatten(Output<ImmutableArray<Input<T>>> elements) =>
        elements.Apply(inputs => inputs.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.All(inputs));

    private Output<ImmutableArray<Input<T>>> Joined(InputList<T> other) =>
        Output.Tuple(elements, other.elements).Apply(both => both.Item1.AddRange(both.Item2));
}
