using System.Text.Json.Nodes;
using MimeKit.Utils;

namespace SesCompliance.Local.Ses;

/// <summary>
/// The <c>mail</c> object of an event.
/// Source: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
/// </summary>
internal static class MailJson
{
    /// <summary>SES reports at most 10 KB of headers.</summary>
    private const int MaximumHeaderBytes = 10 * 1024;

    /// <summary>The address that the documentation's examples give, as nothing leaves this machine.</summary>
    private const string OutgoingIp = "192.0.2.0";

    public static JsonObject Write(SentMail sent, SesEventType type)
    {
        var mail = sent.Mail;
        var json = new JsonObject
        {
            ["timestamp"] = AwsTime.Format(sent.Time),
            ["source"] = mail.From.Given,
            ["sourceArn"] = sent.Identity.Arn,
            ["sendingAccountId"] = Account.Id,
            ["messageId"] = sent.MessageId,
            ["destination"] = Texts(mail.Recipients.Select(recipient => recipient.Address)),
        };
        if (type is SesEventType.RenderingFailure)
        {
            // There is no message whose headers could be told.
            json["headersTruncated"] = false;
        }
        else
        {
            var headers = Fitting(mail.Headers);
            json["headersTruncated"] = headers.Count < mail.Headers.Count;
            json["headers"] = new JsonArray([.. headers.Select(header => new JsonObject { ["name"] = header.Name, ["value"] = header.Value })]);
            json["commonHeaders"] = CommonHeaders(sent);
        }

        json["tags"] = Tags(sent, type);
        return json;
    }

    private static List<MailHeader> Fitting(IReadOnlyList<MailHeader> headers)
    {
        var size = 0;
        return [.. headers.TakeWhile(header => (size += header.Name.Length + header.Value.Length + ": \r\n".Length) <= MaximumHeaderBytes)];
    }

    private static JsonObject CommonHeaders(SentMail sent)
    {
        var mail = sent.Mail;
        var common = new JsonObject { ["from"] = Texts([mail.From.Given]) };
        AddAddresses(common, "replyTo", mail.ReplyTo);
        if (mail.Headers.FirstOrDefault(header => header.Name.Equals("Date", StringComparison.OrdinalIgnoreCase)) is { } date && DateUtils.TryParse(date.Value, out _))
        {
            common["date"] = date.Value;
        }

        AddAddresses(common, "to", mail.To);
        AddAddresses(common, "cc", mail.Cc);
        common["messageId"] = sent.MessageId;
        common["subject"] = mail.Subject;
        return common;
    }

    private static JsonObject Tags(SentMail sent, SesEventType type)
    {
        var tags = new JsonObject { ["ses:operation"] = Texts(["SendEmail"]) };
        if (sent.Set is { } set)
        {
            tags["ses:configuration-set"] = Texts([set.Name]);
        }

        tags["ses:source-ip"] = Texts(["127.0.0.1"]);
        tags["ses:from-domain"] = Texts([sent.Mail.From.Domain]);
        tags["ses:caller-identity"] = Texts([sent.CallerIdentity]);
        if (type is SesEventType.Delivery)
        {
            tags["ses:outgoing-ip"] = Texts([OutgoingIp]);
        }

        foreach (var tag in sent.Mail.Tags)
        {
            tags[tag.Name] = Texts([tag.Value]);
        }

        return tags;
    }

    private static void AddAddresses(JsonObject common, string name, IReadOnlyList<MailAddress> addresses)
    {
        if (addresses.Count > 0)
        {
            common[name] = Texts(addresses.Select(address => address.Given));
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
