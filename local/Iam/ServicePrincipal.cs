using System.Collections.Immutable;
using SesCompliance.Local.Iam.Policies;

namespace SesCompliance.Local.Iam;

/// <summary>A service of AWS that acts for a resource of this account.</summary>
/// <param name="Service">E.g. <c>ses.amazonaws.com</c>.</param>
/// <param name="SourceArn">The resource that it acts for, e.g. a configuration set; what <c>aws:SourceArn</c> is compared with.</param>
public sealed record ServicePrincipal(string Service, string SourceArn) : IPrincipal
{
    public string Name => Service;

    public ImmutableSortedDictionary<string, string> Context => AccessRequest.NoContext
        .Add(ConditionKeys.SourceArn, SourceArn).Add(ConditionKeys.SourceAccount, Account.Id).Add(ConditionKeys.SourceOwner, Account.Id);
}
