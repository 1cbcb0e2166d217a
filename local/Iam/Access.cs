using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Iam;

/// <summary>Judges what principals want to do, by the policies of the account's identities and resources.</summary>
/// <param name="enforced">False lets everybody do everything; policies are read all the same.</param>
public sealed class Access(IamStore? iam = null, bool enforced = true)
{
    private readonly IamStore iam = iam ?? new IamStore();

    /// <summary>The policies that services keep on their resources.</summary>
    public ResourcePolicies Resources { get; } = new();

    public AccessLog Log { get; } = new();

    /// <summary>
    /// Within the account an identity needs the permission once: in its own policies or in the resource's. A service has no policies of its own, so the
    /// resource's decide.
    /// </summary>
    /// <returns>Null where nobody judges: the operator, and a role that nobody declared, of which nothing is known.</returns>
    public AccessDecision? Judge(AccessRequest request) => request.Principal switch
    {
        _ when !enforced => null,
        Caller { IdentityArn: null } => null,
        Caller { RoleArn: { } role } when iam.Lookup(role) is null => null,
        Caller caller => Decide(request, [.. iam.PoliciesOf(caller.IdentityArn!), .. Resources.Of(request.Resource)]),
        _ => Decide(request, Resources.Of(request.Resource)),
    };

    public bool Allows(AccessRequest request) => Judge(request)?.IsAllowed ?? true;

    /// <exception cref="AwsException">The service's denial.</exception>
    public void Demand(AccessRequest request, Denial denial)
    {
        if (Judge(request) is { IsAllowed: false } refused)
        {
            throw denial.Of(refused);
        }
    }

    /// <summary>Whether a role's trust policy lets a service take the role on for a resource; true for a role that nobody declared.</summary>
    public bool CanAssume(string roleArn, string service, string resourceArn) => !enforced
        || iam.Lookup(roleArn) is not { } role
        || Decide(new AccessRequest(new ServicePrincipal(service, resourceArn), "sts:AssumeRole", roleArn), [role.TrustPolicy]).IsAllowed;

    private AccessDecision Decide(AccessRequest request, IReadOnlyList<AttachedPolicy> policies)
    {
        var decision = AccessDecision.On(request, policies);
        Log.Add(decision);
        return decision;
    }
}
