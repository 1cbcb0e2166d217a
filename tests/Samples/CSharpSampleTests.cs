namespace SesCompliance.Tests.Samples;

/// <summary>samples/csharp</summary>
[Trait("Pace", "slow")]
public sealed class CSharpSampleTests(SampleCloud cloud) : SampleTests(cloud)
{
    private protected override Task<SampleProgram> ProgramAsync() => Task.FromResult(SampleProgram.CSharp);
}
