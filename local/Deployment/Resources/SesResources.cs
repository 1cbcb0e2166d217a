using SesCompliance.Local.Ses;

namespace SesCompliance.Local.Deployment.Resources;

internal static class SesResources
{
    public static void AddTo(ResourceKinds kinds, SesService ses)
    {
        kinds.Add("aws:sesv2/emailIdentity:EmailIdentity", (inputs, _) =>
        {
            inputs.Part("dkimSigningAttributes")?.Only("nextSigningKeyLength", "RSA_2048_BIT", "RSA_1024_BIT");

            // Verified at once: nobody would wait here for DNS records to be seen.
            var identity = ses.Identities.Create(inputs.RequiredText("emailIdentity"), inputs.Text("configurationSetName"));
            ses.Identities.Set(identity with { Tags = inputs.Map("tags") });
            return new Provisioned(identity.Name, ("arn", identity.Arn), ("verifiedForSendingStatus", true));
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
}
