using SesCompliance.Lambdas.Addresses;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Ops.Suppressions;

/// <summary>Which rows a command is about; null fits every row.</summary>
internal sealed record RowFilter
{
    public SuppressionReason? Reason { get; init; }

    /// <summary>This domain and none below it, in lower-case ASCII.</summary>
    public string? Domain { get; init; }

    /// <summary>Seen last at this time or later.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Seen last at this time or earlier.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Seen for the first time at this time or later: an address with an older bounce is not an outage's victim.</summary>
    public DateTimeOffset? FirstSince { get; init; }

    /// <summary>Permanent, say; a row keeps its latest event's.</summary>
    public string? BounceType { get; init; }

    /// <summary>In force, or removed.</summary>
    public bool? Active { get; init; }

    public bool Fits(Suppression row) =>
        (Reason is null || row.Reason == Reason)
        && (Domain is null || row.Email.EndsWith($"@{Domain}", StringComparison.Ordinal))
        && (Since is null || row.LastSeen >= Since)
        && (Until is null || row.LastSeen <= Until)
        && (FirstSince is null || row.FirstSeen >= FirstSince)
        && (BounceType is null || string.Equals(row.BounceType, BounceType, StringComparison.OrdinalIgnoreCase))
        && (Active is null || row.IsActive == Active);

    /// <exception cref="UsageException"/>
    public static string? DomainOf(string? text, string option) =>
        text is null ? null
        : DomainName.TryNormalize(text.TrimStart('@'), out var domain, out var problem) ? domain
        : throw new UsageException($"{option} is '{text}': it {problem.Replace("have a domain", "be a domain", StringComparison.Ordinal).Replace(" after the @", "", StringComparison.Ordinal)}.");

    /// <exception cref="UsageException"/>
    public static SuppressionReason? ReasonOf(string? text, string option) =>
        text is null ? null
        : SuppressionReasons.Read(text.ToUpperInvariant())
        ?? throw new UsageException($"{option} is '{text}': it must be BOUNCE, COMPLAINT or MANUAL.");
}
