namespace SesCompliance.Tests.Infra;

/// <summary>Pulumi's TestAsync does not support runs in parallel, so every test that declares the stack is in this collection.</summary>
[CollectionDefinition(nameof(PulumiProgram))]
public class PulumiProgram;
