using System.Collections.Immutable;
using Pulumi;

namespace SesCompliance.Infra.Policies;

/// <summary>One statement that allows actions on resources; with <see cref="Service"/> it belongs in a resource's own policy.</summary>
internal sealed record PolicyStatement(params string[] Actions)
{
    /// <summary>What the statement is for, in letters and digits alone.</summary>
    public string? Sid { get; init; }

    public required InputList<string> Resources { get; init; }

    /// <summary>The AWS service that is allowed, e.g. <c>sns.amazonaws.com</c>.</summary>
    public string? Service { get; init; }

    public ImmutableArray<PolicyCondition> Conditions { get; init; } = [];
}

/// <param name="Operator">E.g. <c>StringEquals</c> or <c>ArnEquals</c>.</param>
/// <param name="Key">E.g. <c>aws:SourceArn</c>.</param>
internal sealed record PolicyCondition(string Operator, string Key, Input<string> Value);
