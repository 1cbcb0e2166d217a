using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>Makes the mail that a request asks for: checks addresses, tags and content, renders the template, reads the raw message.</summary>
internal sealed class MailComposer(TemplateStore templates, SharedRandom random)
{
    private const int MaximumRecipients = 50;

    /// <exception cref="AwsException"><c>BadRequestException</c>, <c>NotFoundException</c>.</exception>
    public OutgoingMail Compose(SendEmailRequest request)
    {
        MessageTags.Check(request.EmailTags);
        var mail = request.Content is EmailContent.Raw raw ? RawMail.Read(raw.Data, request) : Composed(request);
        var recipients = mail.Recipients.Count();
        return recipients switch
        {
            0 => throw Bad("At least one recipient is required: the destination is empty."),
            > MaximumRecipients => throw Bad($"Recipient count exceeds {MaximumRecipients}."),
            _ => mail,
        };
    }

    private OutgoingMail Composed(SendEmailRequest request)
    {
        var from = MailAddress.Parse(request.FromEmailAddress ?? throw Bad("Missing required header 'From'."));
        var destination = request.Destination ?? new Destination([], [], []);
        var mail = new OutgoingMail(from, Addresses(destination.To), Addresses(destination.Cc), Addresses(destination.Bcc), "", null, null, [])
        {
            ReplyTo = Addresses(request.ReplyToAddresses),
            Tags = request.EmailTags,
            ConfigurationSetName = request.ConfigurationSetName,
        };
        return request.Content switch
        {
            EmailContent.Simple simple => Finish(mail with { Subject = simple.Subject, Text = simple.Text, Html = simple.Html }, simple.Headers),
            EmailContent.Template template => Render(mail, template),
            _ => throw Bad("The content is neither Simple nor Template nor Raw."),
        };
    }

    private OutgoingMail Render(OutgoingMail mail, EmailContent.Template template)
    {
        var content = template.TemplateName is { } name ? templates.Find(name).Content : template.Content!;
        TemplateRenderer.Check(content);
        mail = mail with { TemplateName = template.TemplateName };
        try
        {
            return Finish(
                mail with
                {
                    Subject = TemplateRenderer.Render(content.Subject ?? "", template.Data),
                    Text = content.Text is { } text ? TemplateRenderer.Render(text, template.Data) : null,
                    Html = content.Html is { } html ? TemplateRenderer.Render(html, template.Data) : null,
                },
                template.Headers);
        }
        catch (RenderingFailedException failure)
        {
            return mail with { RenderingFailure = failure.Message };
        }
    }

    private OutgoingMail Finish(OutgoingMail mail, IReadOnlyList<MailHeader> custom)
    {
        if (mail.Text is null && mail.Html is null)
        {
            throw Bad("The body has neither Text nor Html.");
        }

        if (mail.Subject.AsSpan().ContainsAny('\r', '\n'))
        {
            throw Bad("The subject contains a line break.");
        }

        return mail with
        {
            Headers = MailHeaders.Compose(mail, custom, random.NextText(24, "0123456789")),
            IsInfected = Eicar.IsIn(mail.Text) || Eicar.IsIn(mail.Html),
        };
    }

    private static IReadOnlyList<MailAddress> Addresses(IReadOnlyList<string> given) => [.. given.Select(MailAddress.Parse)];

    private static AwsException Bad(string message) => new("BadRequestException", message);
}
