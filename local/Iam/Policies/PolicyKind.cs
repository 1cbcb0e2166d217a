namespace SesCompliance.Local.Iam.Policies;

/// <summary>What a policy hangs on, which decides what its statements must and may not say.</summary>
public enum PolicyKind
{
    /// <summary>On a role or user: names no principal.</summary>
    Identity,

    /// <summary>On a resource: names principals.</summary>
    Resource,

    /// <summary>On a role, saying who may take it on: names principals, but no resource.</summary>
    Trust,
}
