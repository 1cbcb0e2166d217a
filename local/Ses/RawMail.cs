using MimeKit;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>
/// Reads a raw message. What the request names (sender, recipients, tags, configuration set) goes before the message's own headers; SES's control headers are
/// obeyed and taken out. Source: https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html
/// </summary>
internal static class RawMail
{
    private const int MaximumBytes = 40 * 1024 * 1024;
    private const string ConfigurationSetHeader = "X-SES-CONFIGURATION-SET";
    private const string TagsHeader = "X-SES-MESSAGE-TAGS";

    /// <exception cref="AwsException"><c>BadRequestException</c>.</exception>
    public static OutgoingMail Read(ReadOnlyMemory<byte> data, SendEmailRequest request)
    {
        if (data.Length > MaximumBytes)
        {
            throw Bad($"Message length is more than {MaximumBytes} bytes long: '{data.Length}'.");
        }

        using var message = Parse(data);
        var from = request.FromEmailAddress ?? message.Headers[HeaderId.From] ?? throw Bad("Missing required header 'From'.");
        if (message.Headers[TagsHeader] is { } tags)
        {
            MessageTags.Check(MessageTags.ParseHeader(tags));
        }

        return new OutgoingMail(
            MailAddress.Parse(from),
            request.Destination is { } destination ? Addresses(destination.To) : Addresses(message.To),
            request.Destination is { } named ? Addresses(named.Cc) : Addresses(message.Cc),
            request.Destination is { } hidden ? Addresses(hidden.Bcc) : Addresses(message.Bcc),
            message.Subject ?? "",
            message.TextBody,
            message.HtmlBody,
            [.. message.Headers.Concat(message.Body?.Headers ?? []).Where(IsPublic).Select(header => new MailHeader(header.Field, header.Value))])
        {
            ReplyTo = request.ReplyToAddresses.Count > 0 ? Addresses(request.ReplyToAddresses) : Addresses(message.ReplyTo),
            Tags = request.EmailTags.Count > 0 || message.Headers[TagsHeader] is not { } given ? request.EmailTags : MessageTags.ParseHeader(given),
            ConfigurationSetName = request.ConfigurationSetName ?? message.Headers[ConfigurationSetHeader],
            IsInfected = message.BodyParts.Any(IsInfected),
        };
    }

    private static MimeMessage Parse(ReadOnlyMemory<byte> data)
    {
        try
        {
            using var stream = new MemoryStream(data.ToArray(), writable: false);
            return MimeMessage.Load(stream);
        }
        catch (FormatException error)
        {
            throw Bad($"The raw message is not a MIME message: {error.Message}");
        }
    }

    private static bool IsPublic(Header header) =>
        header.Id != HeaderId.Bcc && !header.Field.StartsWith("X-SES-", StringComparison.OrdinalIgnoreCase);

    private static bool IsInfected(MimeEntity part)
    {
        if (part is not MimePart { Content: { } content })
        {
            return false;
        }

        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        return Eicar.IsIn(decoded.GetBuffer().AsSpan(0, (int)decoded.Length));
    }

    private static IReadOnlyList<MailAddress> Addresses(IReadOnlyList<string> given) => [.. given.Select(MailAddress.Parse)];

    private static IReadOnlyList<MailAddress> Addresses(InternetAddressList list) => [.. list.Mailboxes.Select(mailbox => MailAddress.Parse(mailbox.ToString()))];

    private static AwsException Bad(string message) => new("BadRequestException", message);
}
