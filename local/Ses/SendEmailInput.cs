using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>Reads SendEmail's input from the wire.</summary>
internal static class SendEmailInput
{
    public static SendEmailRequest Read(JsonObject input)
    {
        input.RefuseOthers(
            "SendEmail", SesApi.BadRequest, "FromEmailAddress", "Destination", "ReplyToAddresses", "Content", "EmailTags", "ConfigurationSetName");
        return new SendEmailRequest(Content(input.Structure("Content") ?? throw Bad("Content is missing.")))
        {
            FromEmailAddress = input.Text("FromEmailAddress"),
            Destination = input.Structure("Destination") is { } destination ? Destination(destination) : null,
            ReplyToAddresses = input.Texts("ReplyToAddresses"),
            EmailTags = [.. input.Structures("EmailTags").Select(tag => new MailTag(Text(tag, "Name"), Text(tag, "Value")))],
            ConfigurationSetName = input.Text("ConfigurationSetName"),
        };
    }

    public static TemplateContent TemplateContent(JsonObject content)
    {
        content.RefuseOthers("TemplateContent", SesApi.BadRequest, "Subject", "Text", "Html");
        return new TemplateContent(content.Text("Subject"), content.Text("Text"), content.Text("Html"));
    }

    private static Destination Destination(JsonObject destination)
    {
        destination.RefuseOthers("Destination", SesApi.BadRequest, "ToAddresses", "CcAddresses", "BccAddresses");
        return new Destination(destination.Texts("ToAddresses"), destination.Texts("CcAddresses"), destination.Texts("BccAddresses"));
    }

    private static EmailContent Content(JsonObject content)
    {
        content.RefuseOthers("Content", SesApi.BadRequest, "Simple", "Template", "Raw");
        var kinds = content.Where(member => member.Value is not null).Select(member => member.Key).ToList();
        return kinds switch
        {
            ["Simple"] => Simple(content.Structure("Simple")!),
            ["Template"] => Template(content.Structure("Template")!),
            ["Raw"] => Raw(content.Structure("Raw")!),
            _ => throw Bad("Content must have exactly one of Simple, Template and Raw."),
        };
    }

    private static EmailContent.Simple Simple(JsonObject simple)
    {
        simple.RefuseOthers("Content.Simple", SesApi.BadRequest, "Subject", "Body", "Headers");
        var body = simple.Structure("Body") ?? throw Bad("Content.Simple.Body is missing.");
        body.RefuseOthers("Content.Simple.Body", SesApi.BadRequest, "Text", "Html");
        return new EmailContent.Simple(
            Data(simple, "Subject") ?? throw Bad("Content.Simple.Subject is missing."), Data(body, "Text"), Data(body, "Html"), Headers(simple));
    }

    private static EmailContent.Template Template(JsonObject template)
    {
        template.RefuseOthers("Content.Template", SesApi.BadRequest, "TemplateName", "TemplateContent", "TemplateData", "Headers");
        var name = template.Text("TemplateName");
        var content = template.Structure("TemplateContent");
        return (name is null) == (content is null)
            ? throw Bad("Content.Template must have exactly one of TemplateName and TemplateContent.")
            : new EmailContent.Template(name, content is null ? null : TemplateContent(content), TemplateData(template.Text("TemplateData")), Headers(template));
    }

    private static EmailContent.Raw Raw(JsonObject raw)
    {
        raw.RefuseOthers("Content.Raw", SesApi.BadRequest, "Data");
        var text = Text(raw, "Data");
        var data = new byte[text.Length];
        return Convert.TryFromBase64String(text, data, out var length) ? new EmailContent.Raw(data.AsMemory(0, length)) : throw Bad("Content.Raw.Data is not base64.");
    }

    private static JsonObject TemplateData(string? text)
    {
        try
        {
            return JsonNode.Parse(text is null or "" ? "{}" : text) as JsonObject ?? throw Bad("Template rendering data is invalid.");
        }
        catch (JsonException)
        {
            throw Bad("Template rendering data is invalid.");
        }
    }

    private static string? Data(JsonObject parent, string member)
    {
        if (parent.Structure(member) is not { } content)
        {
            return null;
        }

        content.RefuseOthers(member, SesApi.BadRequest, "Data", "Charset");
        return content.Text("Charset") is null or "UTF-8" or "utf-8" or "US-ASCII" or "us-ascii"
            ? Text(content, "Data")
            : throw Bad($"{member}.Charset '{content.Text("Charset")}' is not supported by the embedded cloud (UTF-8 and US-ASCII are).");
    }

    private static IReadOnlyList<MailHeader> Headers(JsonObject parent) =>
        [.. parent.Structures("Headers").Select(header => new MailHeader(Text(header, "Name"), Text(header, "Value")))];

    private static string Text(JsonObject parent, string member) => parent.Text(member) ?? throw Bad($"{member} is missing.");

    private static AwsException Bad(string message) => new(SesApi.BadRequest, message);
}
