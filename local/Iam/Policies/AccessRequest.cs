using System.Collections.Immutable;

namespace SesCompliance.Local.Iam.Policies;

/// <summary>What policies decide on: who wants to do what to which resource.</summary>
/// <param name="Action">E.g. <c>dynamodb:Query</c>.</param>
/// <param name="Resource">An ARN, or <c>*</c> for actions that know no resources.</param>
public sealed record AccessRequest(IPrincipal Principal, string Action, string Resource)
{
    public static readonly ImmutableSortedDictionary<string, string> NoContext = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The condition keys that this very call has, besides its principal's.</summary>
    public ImmutableSortedDictionary<string, string> Context { get; init; } = NoContext;

    /// <summary>A condition key's value; null where the request has none.</summary>
    public string? Value(string key) => Context.GetValueOrDefault(key)
        ?? Principal.Context.GetValueOrDefault(key)
        ?? (key.Equals(ConditionKeys.RequestedRegion, StringComparison.OrdinalIgnoreCase) ? Account.Region : null);

    /// <summary>The same for requests that are the same to every policy.</summary>
    public override string ToString() =>
        $"{Principal.Name} {Action} {Resource}{string.Concat(Principal.Context.Concat(Context).Select(pair => $" {pair.Key}={pair.Value}"))}";
}
