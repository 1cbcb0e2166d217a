using SesCompliance.Local.Ses;

namespace SesCompliance.Local.Deployment.Resources;

internal static class SesResources
{
    public static void AddTo(ResourceKinds kinds, SesService ses)
    {
        kinds.Add("aws:sesv2/emailIdentity:EmailIdentity", new ResourceKind
        {
            // Verified at once: nobody would wait here for DNS records to be seen.
            Create = (inputs, _) => Identity(inputs, ses, ses.Identities.Create(inputs.RequiredText("emailIdentity"))),
            Update = (was, inputs, _) => Identity(inputs, ses, ses.Identities.Find(inputs.RequiredText("emailIdentity"))),
            Delete = (was, _) =>
            {
                ses.Identities.Delete(was.Id);
                return Task.CompletedTask;
            },
            ReplacedBy = ["emailIdentity"],
        });
        kinds.Add("aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes", new ResourceKind
        {
            Create = (inputs, _) => MailFrom(inputs, ses),
            Update = (_, inputs, _) => MailFrom(inputs, ses),
            Delete = (was, _) => Task.FromResult(ses.Identities.Set(ses.Identities.Find(was.Id) with { MailFrom = null })),
            ReplacedBy = ["emailIdentity"],
        });
        kinds.Add("aws:sesv2/accountSuppressionAttributes:AccountSuppressionAttributes", new ResourceKind
        {
            Create = (inputs, _) => Suppression(inputs, ses),
            Update = (_, inputs, _) => Suppression(inputs, ses),

            // The account always has them; the provider leaves them as they are.
            Delete = (_, _) => Task.CompletedTask,
        });
        kinds.Add("aws:sesv2/configurationSet:ConfigurationSet", new ResourceKind
        {
            Create = (inputs, _) =>
            {
                var set = ses.ConfigurationSets.Create(Set(inputs, new ConfigurationSet(inputs.RequiredText("configurationSetName"))));
                return new Provisioned(set.Name, ("arn", set.Arn));
            },
            Update = (was, inputs, _) =>
            {
                ses.ConfigurationSets.Set(Set(inputs, ses.ConfigurationSets.Find(inputs.RequiredText("configurationSetName"))));
                return new Provisioned(was.Id);
            },
            Delete = (was, _) =>
            {
                ses.ConfigurationSets.Delete(was.Id);
                return Task.CompletedTask;
            },
            ReplacedBy = ["configurationSetName"],
        });
        kinds.Add("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", new ResourceKind
        {
            Create = async (inputs, cancellationToken) =>
            {
                var (set, destination) = Destination(inputs);
                await ses.CreateEventDestinationAsync(set, destination, cancellationToken);
                return new Provisioned($"{set}|{destination.Name}");
            },
            Update = async (was, inputs, cancellationToken) =>
            {
                var (set, destination) = Destination(inputs);
                await ses.UpdateEventDestinationAsync(set, destination, cancellationToken);
                return new Provisioned(was.Id);
            },
            Delete = (was, _) =>
            {
                ses.DeleteEventDestination(was.Input("configurationSetName"), was.Input("eventDestinationName"));
                return Task.CompletedTask;
            },
            ReplacedBy = ["configurationSetName", "eventDestinationName"],
        });
    }

    private static Provisioned Identity(ResourceInputs inputs, SesService ses, EmailIdentity identity)
    {
        var signing = inputs.Part("dkimSigningAttributes");
        signing?.Only("nextSigningKeyLength", "RSA_2048_BIT", "RSA_1024_BIT");
        var set = inputs.Text("configurationSetName") is { } setName ? ses.ConfigurationSets.Find(setName) : null;
        var dkim = identity.Dkim is { } easy ? easy with { KeyLength = signing?.Text("nextSigningKeyLength") ?? easy.KeyLength } : null;
        ses.Identities.Set(identity with { ConfigurationSetName = set?.Name, Dkim = dkim, Tags = inputs.Map("tags") });
        var arn = ("arn", (object)identity.Arn);
        var verified = ("verifiedForSendingStatus", (object)true);
        return dkim is null ? new Provisioned(identity.Name, arn, verified) : new Provisioned(identity.Name, arn, verified, ("dkimSigningAttributes", Outputs(dkim)));
    }

    private static Provisioned MailFrom(ResourceInputs inputs, SesService ses)
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
    }

    private static Provisioned Suppression(ResourceInputs inputs, SesService ses)
    {
        var reasons = inputs.Texts("suppressedReasons");
        if (reasons.FirstOrDefault(reason => reason is not ("BOUNCE" or "COMPLAINT")) is { } unknown)
        {
            throw inputs.Wrong("suppressedReasons", unknown, "BOUNCE or COMPLAINT");
        }

        ses.Settings = ses.Settings with { SuppressedReasons = reasons };
        return new Provisioned(Account.Id);
    }

    private static ConfigurationSet Set(ResourceInputs inputs, ConfigurationSet set) => set with
    {
        ReputationMetricsEnabled = inputs.Part("reputationOptions")?.Flag("reputationMetricsEnabled") ?? false,
        SendingEnabled = inputs.Part("sendingOptions")?.Flag("sendingEnabled") ?? true,
        TlsPolicy = inputs.Part("deliveryOptions")?.Text("tlsPolicy") ?? "OPTIONAL",
        Tags = inputs.Map("tags"),
    };

    private static (string Set, EventDestination Destination) Destination(ResourceInputs inputs)
    {
        var destination = inputs.Part("eventDestination")!;
        return (inputs.RequiredText("configurationSetName"), new EventDestination(
            inputs.RequiredText("eventDestinationName"),
            destination.Part("snsDestination")!.RequiredText("topicArn"),
            [.. destination.Texts("matchingEventTypes").Select(SesEventTypes.Parse)],
            destination.Flag("enabled") ?? true));
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
