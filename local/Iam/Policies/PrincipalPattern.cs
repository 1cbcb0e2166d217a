namespace SesCompliance.Local.Iam.Policies;

/// <summary>Whom a statement of a resource or trust policy means.</summary>
public abstract record PrincipalPattern
{
    /// <param name="allowing">Whether the statement allows: the account itself means its identities in a denial, but gives them nothing by itself.</param>
    public abstract bool Matches(IPrincipal principal, bool allowing);

    public sealed record Everybody : PrincipalPattern
    {
        public override bool Matches(IPrincipal principal, bool allowing) => true;
    }

    /// <param name="Name">E.g. <c>sns.amazonaws.com</c>.</param>
    public sealed record Service(string Name) : PrincipalPattern
    {
        public override bool Matches(IPrincipal principal, bool allowing) => principal is ServicePrincipal service && service.Service == Name;
    }

    /// <param name="Arn">A role, a session of one, or a user.</param>
    public sealed record Identity(string Arn) : PrincipalPattern
    {
        public override bool Matches(IPrincipal principal, bool allowing) => principal is Caller caller && (caller.Arn == Arn || caller.IdentityArn == Arn);
    }

    /// <summary>The account: what it is allowed, its identities' own policies pass on.</summary>
    public sealed record OwnAccount : PrincipalPattern
    {
        public override bool Matches(IPrincipal principal, bool allowing) => principal is Caller && !allowing;
    }

    /// <summary>Another account, or an identity of one: nobody calls from there.</summary>
    public sealed record Stranger(string Name) : PrincipalPattern
    {
        public override bool Matches(IPrincipal principal, bool allowing) => false;
    }
}
