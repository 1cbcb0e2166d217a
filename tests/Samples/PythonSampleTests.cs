namespace SesCompliance.Tests.Samples;

/// <summary>samples/python</summary>
public sealed class PythonSampleTests(SampleCloud cloud) : SampleTests(cloud)
{
    private static readonly Lazy<Task<SampleProgram>> Program = new(SampleProgram.PythonAsync);

    private protected override Task<SampleProgram> ProgramAsync() => Program.Value;
}
