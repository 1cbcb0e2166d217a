using System.Text.Json.Nodes;

namespace SesCompliance.Local.Ses;

/// <summary>Something that became of a mail.</summary>
/// <param name="Recipients">Bare addresses.</param>
/// <param name="PayloadName">The key of <paramref name="Payload"/> in the published event.</param>
/// <param name="CountsForReputation">See <see cref="SesCount"/>; the simulator's addresses are taken out by whoever counts.</param>
internal sealed record SesEvent(SesEventType Type, IReadOnlyList<string> Recipients, string PayloadName, JsonObject Payload, bool CountsForReputation = false)
{
    public string ToJson(SentMail sent) => new JsonObject
    {
        ["eventType"] = Type.EventName(),
        ["mail"] = MailJson.Write(sent, Type),
        [PayloadName] = Payload.DeepClone(),
    }.ToJsonString(PlainJson.Options);
}
