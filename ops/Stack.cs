namespace SesCompliance.Ops;

/// <summary>A stack by its name, which ends the name of everything that it has.</summary>
public sealed record Stack(string Name)
{
    public string SuppressionTable => Named("ses-email-suppression-list");

    public string SendLedger => Named("ses-send-ledger");

    public string StateMachine => Named("ses-send-email");

    public string ConfigurationSet => Named("ses-compliance");

    /// <summary>SES's events go here.</summary>
    public string FeedbackTopic => Named("ses-feedback");

    public string AlertTopic => Named("ses-alerts");

    public string FeedbackHandler => Named("ses-notification-handler");

    /// <summary>Feedback that SNS could not deliver to the handler.</summary>
    public string UndeliveredQueue => Named("ses-feedback-undelivered");

    /// <summary>Feedback that the handler could not process.</summary>
    public string UnprocessedQueue => Named("ses-feedback-unprocessed");

    /// <summary>Whether an alarm, topic or queue is this stack's, by the end of its name.</summary>
    public bool Owns(string name) => name.EndsWith($"-{Name}", StringComparison.Ordinal);

    private string Named(string name) => $"{name}-{Name}";
}
