using SesCompliance.Lambdas.Addresses;

namespace SesCompliance.Lambdas.Feedback;

/// <summary>
/// A recipient as SES echoes it. One that is no address by our rules was mailed by something less strict, and bounced or complained
/// all the same: it is kept as it stands, in lower case, rather than lost.
/// </summary>
internal static class RecipientAddress
{
    /// <summary>DynamoDB's limit for a partition key.</summary>
    private const int MaxOctets = 2048;

    public static bool IsRegular(string? text) => text is not null && EmailAddress.TryParse(text, out _, out _);

    /// <returns>Null where nothing is left to keep.</returns>
    public static string? Normalize(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (EmailAddress.TryParse(text, out var address, out _))
        {
            return address.Value;
        }

        var bare = text.Trim();
        if (bare.EndsWith('>') && bare.LastIndexOf('<') is >= 0 and var open)
        {
            bare = bare[(open + 1)..^1].Trim();
        }

        return bare.Length == 0 || System.Text.Encoding.UTF8.GetByteCount(bare) > MaxOctets ? null : bare.ToLowerInvariant();
    }
}
