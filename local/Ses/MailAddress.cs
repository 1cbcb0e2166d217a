using System.Buffers;
using MimeKit;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>An address as it was given, and what is in it.</summary>
/// <param name="Given">With the display name, e.g. <c>Shop &lt;shop@example.com&gt;</c>.</param>
/// <param name="Address">E.g. <c>shop@example.com</c>.</param>
public sealed record MailAddress(string Given, string Address)
{
    private const int MaximumLength = 320;

    /// <summary>What a user part can only hold in quotes, which SES's callers have no use for.</summary>
    private static readonly SearchValues<char> Specials = SearchValues.Create("\"(),:;<>@[\\]");

    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    /// <summary>Reads one address. SES takes neither lists nor addresses outside ASCII, and answers in the words used here.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>.</exception>
    public static MailAddress Parse(string given)
    {
        var address = Bare(given);
        var at = address.LastIndexOf('@');
        if (at < 0)
        {
            throw Bad("Missing final '@domain'");
        }

        var (user, domain) = (address[..at], address[(at + 1)..]);
        var fault = user.Length == 0 ? "User name is missing"
            : domain.Length == 0 ? "Missing domain"
            : address.Length > MaximumLength || user.Length > 64 ? "Email address is too long"
            : given.AsSpan().ContainsAny('\r', '\n') || user.Any(symbol => char.IsControl(symbol) || char.IsWhiteSpace(symbol)) ? "Local address contains control or whitespace"
            : user.Any(symbol => symbol > '\x7F') ? "Local address contains non-ASCII characters"
            : user[0] == '.' || user[^1] == '.' ? "Local address starts or ends with dot"
            : user.Contains("..", StringComparison.Ordinal) ? "Local address contains dot-dot"
            : user.AsSpan().ContainsAny(Specials) ? "Illegal character in local name"
            : domain.Any(symbol => char.IsControl(symbol) || char.IsWhiteSpace(symbol)) ? "Domain contains control or whitespace"
            : domain[0] == '.' ? "Domain starts with dot"
            : domain[^1] == '.' ? "Domain ends with dot"
            : domain.Contains("..", StringComparison.Ordinal) ? "Domain contains dot-dot"
            : !domain.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '.') ? "Domain contains illegal character"
            : null;
        return fault is null ? new MailAddress(given, address) : throw Bad(fault);
    }

    private static string Bare(string given)
    {
        if (!given.AsSpan().ContainsAny('<', '"', ','))
        {
            return given.Trim();
        }

        return MailboxAddress.TryParse(given, out var mailbox) && !string.IsNullOrEmpty(mailbox.Address) ? mailbox.Address : throw Bad("Illegal address");
    }

    private static AwsException Bad(string message) => new("BadRequestException", message);
}
