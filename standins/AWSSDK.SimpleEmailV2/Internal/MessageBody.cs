using System.Text.Json;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>The JSON of what is sent.</summary>
internal static class MessageBody
{
    public static void Write(Utf8JsonWriter writer, EmailContent content)
    {
        writer.Object("Raw", content.Raw, (json, raw) => json.Base64("Data", raw.Data));
        writer.Object("Simple", content.Simple, Write);
        writer.Object("Template", content.Template, Write);
    }

    private static void Write(Utf8JsonWriter writer, Message message)
    {
        writer.Objects("Attachments", message.Attachments, Write);
        writer.Object("Body", message.Body, Write);
        writer.Objects("Headers", message.Headers, Write);
        writer.Object("Subject", message.Subject, Write);
    }

    private static void Write(Utf8JsonWriter writer, Body body)
    {
        writer.Object("Html", body.Html, Write);
        writer.Object("Text", body.Text, Write);
    }

    private static void Write(Utf8JsonWriter writer, Content content)
    {
        writer.Text("Charset", content.Charset);
        writer.Text("Data", content.Data);
    }

    private static void Write(Utf8JsonWriter writer, Template template)
    {
        writer.Objects("Attachments", template.Attachments, Write);
        writer.Objects("Headers", template.Headers, Write);
        writer.Text("TemplateArn", template.TemplateArn);
        writer.Object("TemplateContent", template.TemplateContent, Write);
        writer.Text("TemplateData", template.TemplateData);
        writer.Text("TemplateName", template.TemplateName);
    }

    private static void Write(Utf8JsonWriter writer, EmailTemplateContent content)
    {
        writer.Text("Html", content.Html);
        writer.Text("Subject", content.Subject);
        writer.Text("Text", content.Text);
    }

    private static void Write(Utf8JsonWriter writer, MessageHeader header)
    {
        writer.Text("Name", header.Name);
        writer.Text("Value", header.Value);
    }

    private static void Write(Utf8JsonWriter writer, Attachment attachment)
    {
        writer.Text("ContentDescription", attachment.ContentDescription);
        writer.Text("ContentDisposition", attachment.ContentDisposition);
        writer.Text("ContentId", attachment.ContentId);
        writer.Text("ContentTransferEncoding", attachment.ContentTransferEncoding);
        writer.Text("ContentType", attachment.ContentType);
        writer.Text("FileName", attachment.FileName);
        writer.Base64("RawContent", attachment.RawContent);
    }
}
