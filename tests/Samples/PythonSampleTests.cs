namespace SesCompliance.Tests.Samples;

/// <summary>samples/python</summary>
[Trait("Pace", "slow")]
public sealed class PythonSampleTests(SampleCloud cloud) : SampleTests(cloud)
{
    private static readonly Lazy<Task<SampleProgram>> Program = new(SampleProgram.PythonAsync);

    private protected override Task<SampleProgram> ProgramAsync() => Program.Value;
}
