using System.Globalization;
using Amazon.SQS.Model;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>The queues of feedback that was not delivered or not processed: empty, or something is being lost.</summary>
internal static class DeadLetterChecks
{
    private static CheckGroup Group => CheckGroup.Feedback;

    public static IEnumerable<Question> For(Patient patient) =>
    [
        Of(patient, "Undelivered feedback", patient.Stack.UndeliveredQueue, "ses-feedback-undelivered"),
        Of(patient, "Unprocessed feedback", patient.Stack.UnprocessedQueue, "ses-feedback-unprocessed"),
    ];

    private static Question Of(Patient patient, string name, string queue, string runbook) => new(Group, [name], async () => [await LookAsync(patient, name, queue, runbook)]);

    private static async Task<Check> LookAsync(Patient patient, string name, string queue, string runbook)
    {
        try
        {
            var url = (await patient.Aws.Sqs.GetQueueUrlAsync(new GetQueueUrlRequest { QueueName = queue }, patient.Cancelled)).QueueUrl;
            var answer = await patient.Aws.Sqs.GetQueueAttributesAsync(
                new GetQueueAttributesRequest { QueueUrl = url, AttributeNames = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] }, patient.Cancelled);
            patient.Presence.Found();
            var messages = (answer.Attributes ?? []).Values.Sum(count => int.Parse(count, CultureInfo.InvariantCulture));
            return messages == 0
                ? Group.Pass(name, "none")
                : Group.Fail(
                    name, $"{messages} {(messages == 1 ? "message" : "messages")} in {queue}", "Bounces and complaints among them are not on the suppression list yet; SQS keeps them 14 days.",
                    $"ses-ops feedback redrive --dry-run --stack {patient.Stack.Name}", $"docs/OPERATIONS_RUNBOOK.md, section {runbook}");
        }
        catch (QueueDoesNotExistException)
        {
            patient.Presence.Missing();
            return Group.Fail(name, $"queue {queue} is missing", "Feedback that fails is lost.", patient.Redeploy);
        }
    }
}
