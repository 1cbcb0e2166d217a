namespace SesCompliance.Local.Iam.Policies;

/// <summary>The condition keys that requests carry here, case-insensitive. Each has one value at most.</summary>
public static class ConditionKeys
{
    /// <summary>The account of the resource on whose behalf a service calls.</summary>
    public const string SourceAccount = "aws:SourceAccount";

    /// <summary>The resource on whose behalf a service calls.</summary>
    public const string SourceArn = "aws:SourceArn";

    /// <summary>The older name of SourceAccount, which SNS's default topic policy uses.</summary>
    public const string SourceOwner = "aws:SourceOwner";

    /// <summary>The calling role or user.</summary>
    public const string PrincipalArn = "aws:PrincipalArn";

    public const string PrincipalAccount = "aws:PrincipalAccount";

    public const string RequestedRegion = "aws:RequestedRegion";

    public const string MetricNamespace = "cloudwatch:namespace";

    public const string FromAddress = "ses:FromAddress";

    public const string FromDisplayName = "ses:FromDisplayName";

    public static IReadOnlySet<string> Known { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        SourceAccount, SourceArn, SourceOwner, PrincipalArn, PrincipalAccount, RequestedRegion, MetricNamespace, FromAddress, FromDisplayName,
    };
}
