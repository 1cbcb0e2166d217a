using System.Collections.Immutable;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Iam;

/// <summary>Which permissions each of a service's operations needs. An operation may need several; then each must be allowed.</summary>
/// <param name="denial">How the service refuses.</param>
public sealed class PermissionTable(Denial denial)
{
    private readonly Dictionary<string, Func<AwsRequest, IEnumerable<Permission>>> rules = [];

    public Denial Denial { get; } = denial;

    public IEnumerable<string> Operations => rules.Keys;

    public PermissionTable Add(string operation, Func<AwsRequest, IEnumerable<Permission>> needed)
    {
        rules.Add(operation, needed);
        return this;
    }

    /// <summary>Operations that need the action of their own name on one resource.</summary>
    /// <param name="prefix">The service's name in actions, e.g. <c>dynamodb</c>.</param>
    public PermissionTable Add(string prefix, Func<AwsRequest, string> resource, params string[] operations)
    {
        foreach (var operation in operations)
        {
            Add(operation, request => [new Permission($"{prefix}:{operation}", resource(request))]);
        }

        return this;
    }

    /// <summary>An operation that needs no permission.</summary>
    public PermissionTable Free(string operation) => Add(operation, _ => []);

    public IEnumerable<Permission> NeededBy(AwsRequest request) => rules[request.Operation](request);
}

/// <param name="Action">E.g. <c>dynamodb:GetItem</c>.</param>
/// <param name="Resource">An ARN, or <c>*</c> where the action knows no resources.</param>
public sealed record Permission(string Action, string Resource)
{
    public ImmutableSortedDictionary<string, string> Context { get; init; } = AccessRequest.NoContext;
}
