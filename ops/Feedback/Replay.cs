using System.Security.Cryptography;
using System.Text;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;

namespace SesCompliance.Ops.Feedback;

/// <summary>
/// Publishes dead letters to the feedback topic again. A letter is deleted only after SNS has taken its messages, so whoever is killed in between leaves
/// one that is published twice; the handler takes a message in any number of times as once.
/// </summary>
/// <remarks>
/// One run publishes the same text once: what comes back meanwhile fails for a reason that is still there, and would go round for ever. Texts tell that, not
/// times, which are the clocks of three parties.
/// </remarks>
internal sealed class Replay(IAmazonSimpleNotificationService sns, string topicArn)
{
    private readonly HashSet<string> published = [];

    public async Task<(LetterOutcome Outcome, string? Problem)> OfAsync(DeadLetterQueue queue, DeadLetter letter, CancellationToken cancellationToken)
    {
        if (letter.Problem is { } problem)
        {
            return (LetterOutcome.Left, problem);
        }

        if (letter.Messages.Any(message => published.Contains(Fingerprint(message))))
        {
            return (LetterOutcome.Again, "the same was replayed a moment ago and is here again, or was here twice");
        }

        foreach (var message in letter.Messages)
        {
            await sns.PublishAsync(new PublishRequest { TopicArn = topicArn, Message = message.Text, Subject = message.Subject }, cancellationToken);
        }

        published.UnionWith(letter.Messages.Select(Fingerprint));

        // Not to be cancelled halfway: what is published is to be deleted.
        await queue.DeleteAsync(letter, CancellationToken.None);
        return (LetterOutcome.Replayed, letter.Messages.FirstOrDefault(message => message.Problem is not null)?.Problem);
    }

    private static string Fingerprint(SesMessage message) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(message.Text)));
}
