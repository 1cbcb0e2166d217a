using System.Text;
using MimeKit.Utils;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>The header fields of mail that SES composes.</summary>
internal static class MailHeaders
{
    private const int MaximumCustomHeaders = 15;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Bcc", "Cc", "Content-Disposition", "Content-Transfer-Encoding", "Content-Type", "Date", "From", "Message-ID", "MIME-Version", "Reply-To", "Return-Path",
        "Sender", "Subject", "To",
    };

    /// <summary>The header fields as SES writes and reports them.</summary>
    /// <param name="boundary">A fresh text for the multipart boundary.</param>
    public static IReadOnlyList<MailHeader> Compose(OutgoingMail mail, IReadOnlyList<MailHeader> custom, string boundary)
    {
        Check(custom);
        List<MailHeader> headers = [new("From", mail.From.Given)];
        AddAddresses(headers, "Reply-To", mail.ReplyTo);
        AddAddresses(headers, "To", mail.To);
        AddAddresses(headers, "Cc", mail.Cc);
        headers.Add(new MailHeader("Subject", Encode(mail.Subject)));
        headers.AddRange(custom);
        headers.Add(new MailHeader("MIME-Version", "1.0"));
        if (mail is { Text: not null, Html: not null })
        {
            headers.Add(new MailHeader("Content-Type", $"multipart/alternative;  boundary=\"----=_Part_{boundary}\""));
        }
        else
        {
            headers.Add(new MailHeader("Content-Type", mail.Html is null ? "text/plain; charset=UTF-8" : "text/html; charset=UTF-8"));
            headers.Add(new MailHeader("Content-Transfer-Encoding", Ascii.IsValid(mail.Html ?? mail.Text ?? "") ? "7bit" : "quoted-printable"));
        }

        return headers;
    }

    /// <summary>RFC 2047, where the text is not plain ASCII.</summary>
    private static string Encode(string text) => Ascii.IsValid(text) ? text : Encoding.ASCII.GetString(Rfc2047.EncodeText(Encoding.UTF8, text));

    private static void AddAddresses(List<MailHeader> headers, string name, IReadOnlyList<MailAddress> addresses)
    {
        if (addresses.Count > 0)
        {
            headers.Add(new MailHeader(name, string.Join(", ", addresses.Select(address => address.Given))));
        }
    }

    private static void Check(IReadOnlyList<MailHeader> custom)
    {
        if (custom.Count > MaximumCustomHeaders)
        {
            throw Bad($"Header count exceeds {MaximumCustomHeaders}.");
        }

        foreach (var (name, value) in custom)
        {
            if (name.Length is 0 or > 126 || !name.All(symbol => symbol is > ' ' and < '\x7F' and not ':'))
            {
                throw Bad($"Header name '{name}' is not valid.");
            }

            if (value.Length is 0 or > 995 || !value.All(symbol => symbol is >= ' ' and < '\x7F'))
            {
                throw Bad($"The value of header '{name}' is not valid: 1 to 995 printable ASCII characters are allowed.");
            }

            if (Reserved.Contains(name) || name.StartsWith("X-SES-", StringComparison.OrdinalIgnoreCase))
            {
                throw Bad($"Header '{name}' is reserved and can't be given among the headers.");
            }
        }
    }

    private static AwsException Bad(string message) => new("BadRequestException", message);
}
