namespace SesCompliance.Ops.Feedback;

/// <summary>What a command did with a dead letter.</summary>
public enum LetterOutcome
{
    /// <summary>Looked at; it is still in its queue.</summary>
    Waiting,

    /// <summary>Published again, then deleted from its queue.</summary>
    Replayed,

    /// <summary>The same was replayed in this very run, and is (still or again) here: left in its queue.</summary>
    Again,

    /// <summary>Nothing that could be replayed: left in its queue.</summary>
    Left,
}

/// <param name="Why">Why it is a dead letter.</param>
public sealed record LetterReport(QueueKind Queue, string Id, DateTimeOffset Since, LetterOutcome Outcome, string Why, IReadOnlyList<SesMessage> Messages, string? Problem);

/// <summary>What <c>feedback show</c> and <c>feedback redrive</c> answer.</summary>
/// <param name="Stopped">Whether it ended before the queues were empty, by <c>--max</c> say, so that more may be there.</param>
public sealed record FeedbackReport(string Stack, bool DryRun, IReadOnlyList<LetterReport> Letters, bool Stopped)
{
    public int Waiting => Count(LetterOutcome.Waiting);

    public int Replayed => Count(LetterOutcome.Replayed);

    public int Again => Count(LetterOutcome.Again);

    public int Left => Count(LetterOutcome.Left);

    private int Count(LetterOutcome outcome) => Letters.Count(letter => letter.Outcome == outcome);
}
