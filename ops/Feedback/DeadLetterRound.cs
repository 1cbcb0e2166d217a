using Spectre.Console;

namespace SesCompliance.Ops.Feedback;

/// <summary>Goes through the queues, and hands back what it does not delete, however it ends.</summary>
internal sealed class DeadLetterRound(Session session, IReadOnlyList<QueueKind> kinds, int most)
{
    /// <param name="hidden">How long a message may be worked on.</param>
    /// <param name="handle">Does something with a letter.</param>
    public async Task<FeedbackReport> RunAsync(
        TimeSpan hidden, bool dryRun, Func<DeadLetterQueue, DeadLetter, Task<(LetterOutcome Outcome, string? Problem)>> handle, CancellationToken cancellationToken)
    {
        var letters = new List<LetterReport>();
        var stopped = false;
        foreach (var kind in kinds)
        {
            var queue = await DeadLetterQueue.FindAsync(session, kind, cancellationToken);
            var before = letters.Count;
            try
            {
                await foreach (var letter in queue.ReadAsync(most, hidden, cancellationToken))
                {
                    var (outcome, problem) = await handle(queue, letter);
                    letters.Add(new LetterReport(kind, letter.Id, letter.Since, outcome, letter.Why, letter.Messages, problem));
                    session.Output.Aside.WriteLine($"{kind} {letter.Id}: {outcome}");
                }
            }
            finally
            {
                await queue.HandBackAsync();
            }

            stopped |= letters.Count - before == most || queue.MayHaveMore;
        }

        return new FeedbackReport(session.Stack.Name, dryRun, letters, stopped);
    }

    public static Task<(LetterOutcome Outcome, string? Problem)> Look(DeadLetter letter) => Task.FromResult((LetterOutcome.Waiting, letter.Problem));
}
