namespace SesCompliance.Tests.Samples;

/// <summary>samples/csharp</summary>
public sealed class CSharpSampleTests(SampleCloud cloud) : SampleTests(cloud)
{
    private protected override Task<SampleProgram> ProgramAsync() => Task.FromResult(SampleProgram.CSharp);
}
