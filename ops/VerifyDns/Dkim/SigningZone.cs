using System.Collections.Frozen;

namespace SesCompliance.Ops.VerifyDns.Dkim;

/// <summary>
/// The zones in which SES publishes an identity's keys. SES tells it (DkimAttributes.SigningHostedZone); where SES was not asked, it is dkim.amazonses.com in the regions that SES
/// had first, and may be dkim.REGION.amazonses.com in any other.
/// </summary>
internal static class SigningZone
{
    private const string Common = "dkim.amazonses.com";

    private static readonly FrozenSet<string> FirstRegions = FrozenSet.ToFrozenSet(
    [
        "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ap-south-1", "ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1",
        "eu-west-1", "eu-west-2", "eu-west-3", "me-south-1", "sa-east-1", "us-gov-west-1",
    ]);

    /// <returns>The likeliest first.</returns>
    public static IReadOnlyList<string> Of(string region, string? toldBySes) =>
        toldBySes is { Length: > 0 } told ? [told] : FirstRegions.Contains(region) ? [Common] : [Common, $"dkim.{region}.amazonses.com"];
}
