using SesCompliance.Local.Ses;

namespace SesCompliance.Local.Deployment.Resources;

internal static class SesResources
{
    public static void AddTo(ResourceKinds kinds, SesService ses)
    {
        kinds.Add("aws:sesv2/emailIdentity:EmailIdentity", (inputs, _) =>
        {
            var signing = inputs.Part("dkimSigningAttributes");
            signing?.Only("nextSigningKeyLength", "RSA_2048_BIT", "RSA_1024_BIT");
            var set = inputs.Text("configurationSetName") is { } setName ? ses.ConfigurationSets.Find(setName) : null;

            // Verified at once: nobody would wait here for DNS records to be seen.
            var identity = ses.Identities.Create(inputs.RequiredText("emailIdentity"), set?.Name);
            var dkim = identity.Dkim is { } easy ? easy with { KeyLength = signing?.Text("nextSigningKeyLength") ?? easy.KeyLength } : null;
            ses.Identities.Set(identity with { Dkim = dkim, Tags = inputs.Map("tags") });
            var arn = ("arn", (object)identity.Arn);
            var verified = ("verifiedForSendingStatus", (object)true);
            return dkim is null ? new Provisioned(identity.Name, arn, verified) : new Provisioned(identity.Name, arn, verified, ("dkimSigningAttributes", Outputs(dkim)));
        });
        kinds.Add("aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes", (inputs, _) =>
        {
            var identity = ses.Identities.Find(inputs.RequiredText("emailIdentity"));
            inputs.Only("behaviorOnMxFailure", "USE_DEFAULT_VALUE", "REJECT_MESSAGE");
            var mailFrom = new MailFromAttributes(inputs.RequiredText("mailFromDomain"), inputs.Text("behaviorOnMxFailure") ?? "USE_DEFAULT_VALUE");
            if (!mailFrom.Domain.EndsWith("." + identity.Name, StringComparison.Ordinal))
            {
                throw inputs.Wrong("mailFromDomain", mailFrom.Domain, $"a subdomain of {identity.Name}");
            }

            ses.Identities.Set(identity with { MailFrom = mailFrom });
            return new Provisioned(identity.Name);
        });
        kinds.Add("aws:sesv2/accountSuppressionAttributes:AccountSuppressionAttributes", (inputs, _) =>
        {
            var reasons = inputs.Texts("suppressedReasons");
            if (reasons.FirstOrDefault(reason => reason is not ("BOUNCE" or "COMPLAINT")) is { } unknown)
            {
                throw inputs.Wrong("suppressedReasons", unknown, "BOUNCE or COMPLAINT");
            }

            ses.Settings = ses.Settings with { SuppressedReasons = reasons };
            return new Provisioned(Account.Id);
        });
        kinds.Add("aws:sesv2/configurationSet:ConfigurationSet", (inputs, _) =>
        {
            var set = ses.ConfigurationSets.Create(new ConfigurationSet(inputs.RequiredText("configurationSetName"))
            {
                ReputationMetricsEnabled = inputs.Part("reputationOptions")?.Flag("reputationMetricsEnabled") ?? false,
                SendingEnabled = inputs.Part("sendingOptions")?.Flag("sendingEnabled") ?? true,
                TlsPolicy = inputs.Part("deliveryOptions")?.Text("tlsPolicy") ?? "OPTIONAL",
                Tags = inputs.Map("tags"),
            });
            return new Provisioned(set.Name, ("arn", set.Arn));
        });
        kinds.Add("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", async (inputs, cancellationToken) =>
        {
            var set = inputs.RequiredText("configurationSetName");
            var destination = inputs.Part("eventDestination")!;
            var name = inputs.RequiredText("eventDestinationName");
            await ses.CreateEventDestinationAsync(
                set,
                new EventDestination(
                    name,
                    destination.Part("snsDestination")!.RequiredText("topicArn"),
                    [.. destination.Texts("matchingEventTypes").Select(SesEventTypes.Parse)],
                    destination.Flag("enabled") ?? true),
                cancellationToken);
            return new Provisioned($"{set}|{name}");
        });
    }
    private static Dictionary<string, object> Outputs(DkimAttributes dkim) => new()
    {
        ["currentSigningKeyLength"] = dkim.KeyLength,
        ["nextSigningKeyLength"] = dkim.KeyLength,
        ["signingAttributesOrigin"] = "AWS_SES",
        ["status"] = dkim.Status,
        ["tokens"] = dkim.Tokens.ToArray(),
    };
}
