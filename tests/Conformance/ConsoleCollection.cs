namespace SesCompliance.Tests.Conformance;

/// <summary>Tests that take the console over or set environment variables: they run alone.</summary>
[CollectionDefinition(nameof(ConsoleCollection), DisableParallelization = true)]
public sealed class ConsoleCollection;
