using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>
/// The outbox over HTTP, for people and their scripts; AWS has nothing like it. <c>GET /_outbox</c> (with <c>?To=</c> the mails to one address) and
/// <c>GET /_outbox/MESSAGE-ID</c> answer JSON, unsigned.
/// </summary>
public static class OutboxApi
{
    public static AwsApi For(Outbox outbox) => new AwsApi("outbox")
        .AddRest("GET", "/_outbox", "ListMails", (request, _) => Task.FromResult<AwsResponse>(List(outbox, request.Input)))
        .AddRest("GET", "/_outbox/{MessageId}", "GetMail", (request, _) => Task.FromResult<AwsResponse>(Get(outbox, request.Input)));

    private static JsonObject List(Outbox outbox, JsonObject input)
    {
        input.RefuseOthers("ListMails", "BadRequestException", "To");
        var mails = input.Text("To") is { } address ? outbox.To(address) : outbox.Mails;
        return new JsonObject { ["Mails"] = new JsonArray([.. mails.Select(Write)]) };
    }

    private static JsonObject Get(Outbox outbox, JsonObject input)
    {
        var id = input.RequiredText("MessageId");
        return Write(outbox.Find(id) ?? throw new AwsException("NotFoundException", $"The outbox has no mail {id} (any more).", 404));
    }

    private static JsonObject Write(OutboxMail mail)
    {
        var tags = new JsonObject();
        foreach (var tag in mail.Tags)
        {
            tags[tag.Name] = tag.Value;
        }

        var recipients = new JsonObject();
        foreach (var (address, state) in mail.Recipients)
        {
            recipients[address] = state.ToString();
        }

        return new JsonObject
        {
            ["MessageId"] = mail.MessageId,
            ["Time"] = AwsTime.Format(mail.Time),
            ["State"] = mail.State.ToString(),
            ["From"] = mail.From,
            ["To"] = new JsonArray([.. mail.To.Select(address => JsonValue.Create(address))]),
            ["Recipients"] = recipients,
            ["Subject"] = mail.Subject,
            ["Text"] = mail.Text,
            ["Html"] = mail.Html,
            ["Tags"] = tags,
            ["ConfigurationSet"] = mail.ConfigurationSet,
        };
    }
}
