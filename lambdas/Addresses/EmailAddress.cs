using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SesCompliance.Lambdas.Addresses;

/// <summary>
/// One mailbox in the only spelling under which this system stores, compares and mails it: display name off, lower case,
/// domain in ASCII. Tags (<c>user+tag@</c>) and dots stay: whether they name the same mailbox is the provider's secret.
/// </summary>
/// <remarks>
/// Lower-casing the local part is a choice: RFC 5321 calls it case-sensitive, no provider of note treats it so, and a
/// suppression must hold for every spelling.
/// </remarks>
public sealed record EmailAddress
{
    /// <summary>RFC 5321 4.5.3.1.3 gives a path 256 octets, two of them the angle brackets.</summary>
    public const int MaxOctets = 254;

    private EmailAddress(string localPart, string domain) => (LocalPart, Domain) = (localPart, domain);

    public string LocalPart { get; }

    /// <summary>Lower-case ASCII; an internationalized domain in punycode (<c>xn--...</c>).</summary>
    public string Domain { get; }

    public string Value => $"{LocalPart}@{Domain}";

    /// <summary>16 hex digits of SHA-256: tells in a log that two lines are about one address, without the address.</summary>
    public string Hash => HashOf(Value);

    public static string HashOf(string address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)), 0, 8);

    /// <param name="text">An address, alone or as <c>Name &lt;a@b&gt;</c>.</param>
    /// <param name="address">The normalized address, or null.</param>
    /// <param name="problem">The rule that is broken, to be read after the key's name; it never repeats any of the text.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out EmailAddress? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        if (text.Any(char.IsControl))
        {
            problem = "must not contain control characters or line breaks";
            return false;
        }

        if (!Mailbox.TryTake(text.Trim(), out var mailbox, out problem))
        {
            return false;
        }

        var at = mailbox.LastIndexOf('@');
        if (at < 0)
        {
            problem = "must be one address with an @";
            return false;
        }

        if (!Addresses.LocalPart.TryNormalize(mailbox[..at], out var localPart, out problem)
            || !DomainName.TryNormalize(mailbox[(at + 1)..], out var domain, out problem))
        {
            return false;
        }

        if (localPart.Length + 1 + domain.Length > MaxOctets)
        {
            problem = $"must have at most {MaxOctets} octets";
            return false;
        }

        address = new EmailAddress(localPart, domain);
        return true;
    }

    /// <exception cref="FormatException">The text is no address; the message says which rule it breaks.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address, out var problem) ? address : throw new FormatException($"the address {problem}");

    public override string ToString() => Value;
}
