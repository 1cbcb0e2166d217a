using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>SES v2 on the wire (REST-JSON).</summary>
public static class SesApi
{
    internal const string BadRequest = "BadRequestException";

    private const int LargestPage = 1000;

    public static AwsApi For(SesService ses) => new AwsApi("ses") { Permissions = SesPermissions.For(ses) }
        .AddRest("POST", "/v2/email/outbound-emails", "SendEmail", (request, cancellationToken) => SendEmailAsync(ses, request, cancellationToken))
        .AddRest("GET", "/v2/email/account", "GetAccount", Answer(_ => SesJson.Account(ses)))
        .AddRest("PUT", "/v2/email/account/sending", "PutAccountSendingAttributes", Answer(input => PutSending(ses, input)))
        .AddRest("PUT", "/v2/email/account/suppression", "PutAccountSuppressionAttributes", Answer(input => PutSuppression(ses, input)))
        .AddRest("GET", "/v2/email/identities", "ListEmailIdentities", Answer(input =>
            Listing("EmailIdentities", PageOf(ses.Identities.All, identity => identity.Name, input), SesJson.IdentityInfo)))
        .AddRest("GET", "/v2/email/identities/{EmailIdentity}", "GetEmailIdentity", Answer(input =>
            SesJson.Identity(ses.Identities.Find(input.RequiredText("EmailIdentity")))))
        .AddRest("GET", "/v2/email/configuration-sets", "ListConfigurationSets", Answer(input =>
            Listing("ConfigurationSets", PageOf(ses.ConfigurationSets.All, set => set.Name, input), set => JsonValue.Create(set.Name))))
        .AddRest("GET", "/v2/email/configuration-sets/{ConfigurationSetName}", "GetConfigurationSet", Answer(input =>
            SesJson.ConfigurationSet(ses.ConfigurationSets.Find(input.RequiredText("ConfigurationSetName")))))
        .AddRest("PUT", "/v2/email/configuration-sets/{ConfigurationSetName}/sending", "PutConfigurationSetSendingOptions", Answer(input => PutSetSending(ses, input)))
        .AddRest("GET", "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations", "GetConfigurationSetEventDestinations", Answer(input =>
            SesJson.EventDestinations(ses.ConfigurationSets.Find(input.RequiredText("ConfigurationSetName")))))
        .AddRest("GET", "/v2/email/templates", "ListEmailTemplates", Answer(input =>
            Listing("TemplatesMetadata", PageOf(ses.Templates.All, template => template.Name, input), SesJson.TemplateMetadata)))
        .AddRest("POST", "/v2/email/templates", "CreateEmailTemplate", Answer(input => CreateTemplate(ses.Templates, input)))
        .AddRest("GET", "/v2/email/templates/{TemplateName}", "GetEmailTemplate", Answer(input => SesJson.Template(ses.Templates.Find(input.RequiredText("TemplateName")))))
        .AddRest("PUT", "/v2/email/templates/{TemplateName}", "UpdateEmailTemplate", Answer(input => UpdateTemplate(ses.Templates, input)))
        .AddRest("DELETE", "/v2/email/templates/{TemplateName}", "DeleteEmailTemplate", Answer(input => DeleteTemplate(ses.Templates, input)))
        .AddRest("GET", "/v2/email/suppression/addresses", "ListSuppressedDestinations", Answer(input => ListSuppressed(ses.Suppressions, input)))
        .AddRest("PUT", "/v2/email/suppression/addresses", "PutSuppressedDestination", Answer(input => PutSuppressed(ses.Suppressions, input)))
        .AddRest("GET", "/v2/email/suppression/addresses/{EmailAddress}", "GetSuppressedDestination", Answer(input =>
            SesJson.SuppressedDestination(ses.Suppressions.Find(input.RequiredText("EmailAddress")))))
        .AddRest("DELETE", "/v2/email/suppression/addresses/{EmailAddress}", "DeleteSuppressedDestination", Answer(input => DeleteSuppressed(ses.Suppressions, input)));

    private static async Task<AwsResponse> SendEmailAsync(SesService ses, AwsRequest request, CancellationToken cancellationToken)
    {
        var result = await ses.SendEmailAsync(SendEmailInput.Read(request.Input), request.Caller, cancellationToken);
        return new AwsResponse(new JsonObject { ["MessageId"] = result.MessageId }) { BreaksConnection = result.AnswerIsLost };
    }

    private static AwsOperation Answer(Func<JsonObject, JsonObject> operation) => (request, _) => Task.FromResult<AwsResponse>(operation(request.Input));

    private static JsonObject PutSending(SesService ses, JsonObject input)
    {
        input.RefuseOthers("PutAccountSendingAttributes", BadRequest, "SendingEnabled");
        ses.Settings = ses.Settings with { SendingEnabled = input.Flag("SendingEnabled") ?? false };
        return [];
    }

    private static JsonObject PutSuppression(SesService ses, JsonObject input)
    {
        input.RefuseOthers("PutAccountSuppressionAttributes", BadRequest, "SuppressedReasons");
        ses.Settings = ses.Settings with { SuppressedReasons = Reasons(input, "SuppressedReasons") };
        return [];
    }

    private static JsonObject PutSetSending(SesService ses, JsonObject input)
    {
        input.RefuseOthers("PutConfigurationSetSendingOptions", BadRequest, "ConfigurationSetName", "SendingEnabled");
        var set = ses.ConfigurationSets.Find(input.RequiredText("ConfigurationSetName"));
        ses.ConfigurationSets.Set(set with { SendingEnabled = input.Flag("SendingEnabled") ?? false });
        return [];
    }

    private static JsonObject CreateTemplate(TemplateStore templates, JsonObject input)
    {
        input.RefuseOthers("CreateEmailTemplate", BadRequest, "TemplateName", "TemplateContent");
        templates.Create(input.RequiredText("TemplateName"), SendEmailInput.TemplateContent(input.Structure("TemplateContent") ?? []));
        return [];
    }

    private static JsonObject UpdateTemplate(TemplateStore templates, JsonObject input)
    {
        input.RefuseOthers("UpdateEmailTemplate", BadRequest, "TemplateName", "TemplateContent");
        templates.Update(input.RequiredText("TemplateName"), SendEmailInput.TemplateContent(input.Structure("TemplateContent") ?? []));
        return [];
    }

    private static JsonObject DeleteTemplate(TemplateStore templates, JsonObject input)
    {
        templates.Delete(input.RequiredText("TemplateName"));
        return [];
    }

    private static JsonObject PutSuppressed(SuppressionList suppressions, JsonObject input)
    {
        input.RefuseOthers("PutSuppressedDestination", BadRequest, "EmailAddress", "Reason");
        suppressions.Put(input.RequiredText("EmailAddress"), input.RequiredText("Reason"));
        return [];
    }

    private static JsonObject DeleteSuppressed(SuppressionList suppressions, JsonObject input)
    {
        suppressions.Delete(input.RequiredText("EmailAddress"));
        return [];
    }

    private static JsonObject ListSuppressed(SuppressionList suppressions, JsonObject input)
    {
        input.RefuseOthers("ListSuppressedDestinations", BadRequest, "Reason", "StartDate", "EndDate", "NextToken", "PageSize");
        var reasons = Reasons(input, "Reason");
        var (start, end) = (input.Time("StartDate"), input.Time("EndDate"));
        var found = suppressions.All.Where(entry => (reasons.Count == 0 || reasons.Contains(entry.Reason))
            && (start is null || entry.LastUpdateTime >= start)
            && (end is null || entry.LastUpdateTime <= end));
        return Listing(
            "SuppressedDestinationSummaries", PageOf(found, entry => entry.EmailAddress, input, "InvalidNextTokenException"), SesJson.SuppressedDestinationSummary);
    }

    /// <summary>One reason in a query string is text, several are a list.</summary>
    private static IReadOnlyList<string> Reasons(JsonObject input, string member)
    {
        IReadOnlyList<string> reasons = input[member] is JsonValue ? [input.RequiredText(member)] : input.Texts(member);
        return reasons.FirstOrDefault(reason => reason is not ("BOUNCE" or "COMPLAINT")) is { } unknown
            ? throw new AwsException(BadRequest, $"Reason {unknown} is neither BOUNCE nor COMPLAINT.")
            : reasons;
    }

    private static Page<T> PageOf<T>(IEnumerable<T> items, Func<T, string> key, JsonObject input, string tokenError = BadRequest)
    {
        var size = input.Integer("PageSize") ?? LargestPage;
        return size is >= 1 and <= LargestPage
            ? Page.Of(items, key, input.Text("NextToken"), size, tokenError)
            : throw new AwsException(BadRequest, $"PageSize is {size}: it must be between 1 and {LargestPage}.");
    }

    private static JsonObject Listing<T>(string name, Page<T> page, Func<T, JsonNode?> write)
    {
        var listing = new JsonObject { [name] = new JsonArray([.. page.Items.Select(write)]) };
        if (page.NextToken is { } token)
        {
            listing["NextToken"] = token;
        }

        return listing;
    }
}
