using SesCompliance.Ops.Aws;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops;

/// <summary>What a running command works with.</summary>
internal sealed class Session(Stack stack, Output output, TimeProvider clock) : IDisposable
{
    public Stack Stack { get; } = stack;

    public Output Output { get; } = output;

    public TimeProvider Clock { get; } = clock;

    public AwsConnection Aws { get; } = new();

    public void Dispose() => Aws.Dispose();
}
