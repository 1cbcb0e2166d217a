using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Iam;

/// <summary>Judges each call that comes over the wire, by its service's table. The outbox is none of AWS's services and has no table.</summary>
public sealed class CallAuthorizer(Access access) : IAuthorizer
{
    public ValueTask AuthorizeAsync(AwsApi api, AwsRequest request, CancellationToken cancellationToken)
    {
        if (request.Caller.IdentityArn is not null && api.Permissions is { } permissions)
        {
            foreach (var needed in permissions.NeededBy(request))
            {
                access.Demand(new AccessRequest(request.Caller, needed.Action, needed.Resource) { Context = needed.Context }, permissions.Denial);
            }
        }

        return ValueTask.CompletedTask;
    }
}
