using System.Text.Json.Nodes;

namespace SesCompliance.Local.Ses;

/// <summary>Writes what the account has as the API shows it.</summary>
internal static class SesJson
{
    public static JsonObject Account(SesService ses) => new()
    {
        ["DedicatedIpAutoWarmupEnabled"] = true,
        ["EnforcementStatus"] = ses.Settings.EnforcementStatus,
        ["ProductionAccessEnabled"] = ses.Settings.ProductionAccess,
        ["SendQuota"] = new JsonObject
        {
            ["Max24HourSend"] = ses.Settings.Max24HourSend,
            ["MaxSendRate"] = ses.Settings.MaxSendRate,
            ["SentLast24Hours"] = (double)ses.SentLast24Hours,
        },
        ["SendingEnabled"] = ses.Settings.SendingEnabled && ses.Settings.EnforcementStatus != "SHUTDOWN",
        ["SuppressionAttributes"] = new JsonObject { ["SuppressedReasons"] = Texts(ses.Settings.SuppressedReasons) },
    };

    public static JsonObject IdentityInfo(EmailIdentity identity) => new()
    {
        ["IdentityType"] = IdentityType(identity),
        ["IdentityName"] = identity.Name,
        ["SendingEnabled"] = identity.IsVerified,
        ["VerificationStatus"] = identity.VerificationStatus,
    };

    public static JsonObject Identity(EmailIdentity identity)
    {
        var json = new JsonObject
        {
            ["IdentityType"] = IdentityType(identity),
            ["FeedbackForwardingStatus"] = identity.FeedbackForwarding,
            ["VerifiedForSendingStatus"] = identity.IsVerified,
            ["VerificationStatus"] = identity.VerificationStatus,
            ["DkimAttributes"] = Dkim(identity.Dkim),
            ["Policies"] = new JsonObject(),
            ["Tags"] = Tags(identity.Tags),
        };
        if (identity.MailFrom is { } mailFrom)
        {
            json["MailFromAttributes"] = new JsonObject
            {
                ["MailFromDomain"] = mailFrom.Domain,
                ["MailFromDomainStatus"] = mailFrom.Status,
                ["BehaviorOnMxFailure"] = mailFrom.BehaviorOnMxFailure,
            };
        }

        if (identity.ConfigurationSetName is { } set)
        {
            json["ConfigurationSetName"] = set;
        }

        return json;
    }

    public static JsonObject ConfigurationSet(ConfigurationSet set)
    {
        var json = new JsonObject
        {
            ["ConfigurationSetName"] = set.Name,
            ["DeliveryOptions"] = new JsonObject { ["TlsPolicy"] = set.TlsPolicy },
            ["ReputationOptions"] = new JsonObject { ["ReputationMetricsEnabled"] = set.ReputationMetricsEnabled },
            ["SendingOptions"] = new JsonObject { ["SendingEnabled"] = set.SendingEnabled },
            ["Tags"] = Tags(set.Tags),
        };
        if (set.SuppressedReasons is { } reasons)
        {
            json["SuppressionOptions"] = new JsonObject { ["SuppressedReasons"] = Texts(reasons) };
        }

        return json;
    }

    public static JsonObject EventDestinations(ConfigurationSet set) => new()
    {
        ["EventDestinations"] = new JsonArray([.. set.Destinations.Select(destination => new JsonObject
        {
            ["Name"] = destination.Name,
            ["Enabled"] = destination.Enabled,
            ["MatchingEventTypes"] = Texts(destination.MatchingEventTypes.Select(type => type.ApiName())),
            ["SnsDestination"] = new JsonObject { ["TopicArn"] = destination.TopicArn },
        })]),
    };

    public static JsonObject TemplateMetadata(EmailTemplate template) => new()
    {
        ["TemplateName"] = template.Name,
        ["CreatedTimestamp"] = JsonValue.Create(template.Created),
    };

    public static JsonObject Template(EmailTemplate template)
    {
        var content = new JsonObject();
        foreach (var (name, text) in new[] { ("Subject", template.Content.Subject), ("Text", template.Content.Text), ("Html", template.Content.Html) })
        {
            if (text is not null)
            {
                content[name] = text;
            }
        }

        return new JsonObject { ["TemplateName"] = template.Name, ["TemplateContent"] = content };
    }

    public static JsonObject SuppressedDestinationSummary(SuppressedDestination entry) => new()
    {
        ["EmailAddress"] = entry.EmailAddress,
        ["Reason"] = entry.Reason,
        ["LastUpdateTime"] = JsonValue.Create(entry.LastUpdateTime),
    };

    public static JsonObject SuppressedDestination(SuppressedDestination entry)
    {
        var json = SuppressedDestinationSummary(entry);
        if (entry is { MessageId: { } messageId, FeedbackId: { } feedbackId })
        {
            json["Attributes"] = new JsonObject { ["MessageId"] = messageId, ["FeedbackId"] = feedbackId };
        }

        return new JsonObject { ["SuppressedDestination"] = json };
    }

    private static string IdentityType(EmailIdentity identity) => identity.IsDomain ? "DOMAIN" : "EMAIL_ADDRESS";

    private static JsonObject Dkim(DkimAttributes? dkim) => dkim is null
        ? new JsonObject { ["SigningEnabled"] = false, ["Status"] = "NOT_STARTED", ["SigningAttributesOrigin"] = "AWS_SES" }
        : new JsonObject
        {
            ["SigningEnabled"] = true,
            ["Status"] = dkim.Status,
            ["Tokens"] = Texts(dkim.Tokens),
            ["SigningHostedZone"] = dkim.SigningHostedZone,
            ["SigningAttributesOrigin"] = "AWS_SES",
            ["NextSigningKeyLength"] = dkim.KeyLength,
            ["CurrentSigningKeyLength"] = dkim.KeyLength,
        };

    private static JsonArray Tags(IReadOnlyDictionary<string, string> tags) =>
        new([.. tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
