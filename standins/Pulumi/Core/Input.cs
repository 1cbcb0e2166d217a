namespace Pulumi;

/// <summary>A plain value or an output of one, as resources take it.</summary>
public class Input<T> : IInput
{
    private protected Input(Output<T> output) => CurrentOutput = output ?? throw new ArgumentNullException(nameof(output));

    private protected Output<T> CurrentOutput { get; set; }

    public static implicit operator Input<T>(T value) => Output.Create(value);

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.CurrentOutput;

    IOutput IInput.ToOutput() => CurrentOutput;

    IOutput IInput.ToSerializable() => Serializable;

    private protected virtual IOutput Serializable => CurrentOutput;
}
