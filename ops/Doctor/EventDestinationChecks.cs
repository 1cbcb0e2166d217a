using System.Text.Json;
using Amazon.SimpleEmailV2.Model;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>Whether SES reports every event that the stack lives on to the stack's topic.</summary>
internal static class EventDestinationChecks
{
    private const string Destination = "Event destination";

    private static CheckGroup Group => CheckGroup.Feedback;

    /// <summary>What the stack declares; infra/Components/FeedbackLoop.cs.</summary>
    public static IReadOnlyList<string> NeededTypes { get; } = ["DELIVERY", "BOUNCE", "COMPLAINT", "REJECT", "RENDERING_FAILURE", "DELIVERY_DELAY"];

    public static IEnumerable<Question> For(Patient patient) => [new(Group, [Destination], async () => await LookAsync(patient) is { } check ? [check] : [])];

    /// <summary>Null where there is no configuration set, which has a check of its own.</summary>
    private static async Task<Check?> LookAsync(Patient patient)
    {
        try
        {
            var answer = await patient.Aws.Ses.GetConfigurationSetEventDestinationsAsync(
                new GetConfigurationSetEventDestinationsRequest { ConfigurationSetName = patient.Stack.ConfigurationSet }, patient.Cancelled);
            var topic = (await patient.ArnsAsync()).FeedbackTopic;
            return Judge(patient, [.. (answer.EventDestinations ?? []).Where(destination => destination.SnsDestination is not null)], topic);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    private static Check Judge(Patient patient, List<EventDestination> destinations, string topic)
    {
        const string why = "Bounces and complaints do not reach the suppression list: the account goes on mailing bad addresses.";
        if (destinations.FirstOrDefault(destination => destination.SnsDestination.TopicArn == topic) is not { } ours)
        {
            var found = destinations.Count == 0 ? "none to a topic" : $"another topic: {string.Join(", ", destinations.Select(destination => destination.SnsDestination.TopicArn))}";
            return Group.Fail(Destination, found, why, patient.Redeploy);
        }

        var missing = NeededTypes.Except(ours.MatchingEventTypes ?? []).ToList();
        var wanted = JsonSerializer.Serialize(new { Enabled = true, MatchingEventTypes = NeededTypes.Union(ours.MatchingEventTypes ?? []), SnsDestination = new { TopicArn = topic } });
        var mend = $"aws sesv2 update-configuration-set-event-destination --configuration-set-name {patient.Stack.ConfigurationSet} --event-destination-name {ours.Name} --event-destination '{wanted}'";
        return ours.Enabled != true ? Group.Fail(Destination, $"{ours.Name} is disabled", why, mend)
            : missing.Count > 0 ? Group.Fail(Destination, $"{ours.Name} leaves out {string.Join(", ", missing)}", why, mend)
            : Group.Pass(Destination, $"{ours.Name}: enabled, {NeededTypes.Count} event types to {patient.Stack.FeedbackTopic}");
    }
}
