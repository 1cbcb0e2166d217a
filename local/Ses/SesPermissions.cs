using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>
/// What SES's operations need. Sending needs its action on every resource that the mail names: the identity, the configuration set and the template; the action
/// is that of the kind of content, as it was in SES's first API
/// (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html).
/// </summary>
internal static class SesPermissions
{
    public static Denial Denial { get; } = new("AccessDeniedException", 403)
    {
        Wording = decision => $"User `{decision.Request.Principal.Name}' is not authorized to perform `{decision.Request.Action}' on resource `{decision.Request.Resource}'",
    };

    public static PermissionTable For(SesService ses) => new PermissionTable(Denial)
        .Add("SendEmail", request => Sending(ses, request.Input))
        .Add(
            "ses", _ => "*",
            "DeleteSuppressedDestination", "GetAccount", "GetSuppressedDestination", "ListConfigurationSets", "ListEmailIdentities", "ListEmailTemplates",
            "ListSuppressedDestinations", "PutAccountSendingAttributes", "PutAccountSuppressionAttributes", "PutSuppressedDestination")
        .Add("ses", request => Arn("identity", request.Input.RequiredText("EmailIdentity")), "GetEmailIdentity")
        .Add(
            "ses", request => Arn("configuration-set", request.Input.RequiredText("ConfigurationSetName")),
            "GetConfigurationSet", "GetConfigurationSetEventDestinations", "PutConfigurationSetSendingOptions")
        .Add(
            "ses", request => Arn("template", request.Input.RequiredText("TemplateName")),
            "CreateEmailTemplate", "DeleteEmailTemplate", "GetEmailTemplate", "UpdateEmailTemplate");

    private static IEnumerable<Permission> Sending(SesService ses, JsonObject input)
    {
        var content = input["Content"] as JsonObject;
        var from = input.Text("FromEmailAddress") is { } given ? MailAddress.Parse(given) : null;
        var identity = from is null ? null : ses.Identities.VerifiedFor(from.Address);
        var action = content?["Template"] is not null ? "ses:SendTemplatedEmail" : content?["Raw"] is not null ? "ses:SendRawEmail" : "ses:SendEmail";
        var context = from is null ? AccessRequest.NoContext : FromContext(from);
        yield return Needed(identity?.Arn ?? Arn("identity", from?.Address ?? "*"));
        if ((input.Text("ConfigurationSetName") ?? identity?.ConfigurationSetName) is { } set)
        {
            yield return Needed(Arn("configuration-set", set));
        }

        if ((content?["Template"] as JsonObject)?.Text("TemplateName") is { } template)
        {
            yield return Needed(Arn("template", template));
        }

        Permission Needed(string resource) => new(action, resource) { Context = context };
    }

    private static ImmutableSortedDictionary<string, string> FromContext(MailAddress from)
    {
        var context = AccessRequest.NoContext.Add(ConditionKeys.FromAddress, from.Address);
        var open = from.Given.IndexOf('<', StringComparison.Ordinal);
        return open > 0 ? context.Add(ConditionKeys.FromDisplayName, from.Given[..open].Trim().Trim('"')) : context;
    }

    private static string Arn(string kind, string name) => Account.Arn("ses", $"{kind}/{name}");
}
