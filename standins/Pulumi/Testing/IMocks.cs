using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Stands in for engine and providers while <see cref="Deployment.TestAsync(IMocks, TestOptions, Action)"/> runs a program.</summary>
public interface IMocks
{
    /// <summary>Makes a resource: its id and the values of its output properties.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers a function.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Hears of a component's or the stack's outputs.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}

public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>The inputs that are known and not null; numbers are doubles, lists and maps are immutable.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    public string? Provider { get; set; }

    /// <summary>The id of a resource that is read or imported, else empty.</summary>
    public string? Id { get; set; }
}

public class MockCallArgs
{
    public string? Token { get; set; }

    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    public string? Provider { get; set; }
}

public class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    public readonly string Urn = urn;
    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}

public class TestOptions
{
    /// <summary>"project" when null.</summary>
    public string? ProjectName { get; set; }

    /// <summary>"stack" when null.</summary>
    public string? StackName { get; set; }

    /// <summary>Whether outputs that the mocks don't give are unknown; true when null.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>"organization" when null.</summary>
    public string? OrganizationName { get; set; }
}
