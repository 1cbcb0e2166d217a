namespace SesCompliance.Ops.Feedback;

/// <summary>Which of a stack's two dead-letter queues.</summary>
public enum QueueKind
{
    /// <summary>What SNS could not deliver to the handler: SNS's own envelope.</summary>
    Undelivered,

    /// <summary>What the handler could not process: Lambda's record of the failed invocation.</summary>
    Unprocessed,
}
