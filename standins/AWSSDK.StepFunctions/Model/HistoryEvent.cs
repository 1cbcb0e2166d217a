namespace Amazon.StepFunctions.Model;

/// <summary>One event of an execution; the details that its type has, the others null. Activities and Map states are not part of the product.</summary>
public partial class HistoryEvent
{
    public DateTime? Timestamp { get; set; }

    public HistoryEventType Type { get; set; }

    public long? Id { get; set; }

    public long? PreviousEventId { get; set; }

    public TaskFailedEventDetails TaskFailedEventDetails { get; set; }

    public TaskScheduledEventDetails TaskScheduledEventDetails { get; set; }

    public TaskStartFailedEventDetails TaskStartFailedEventDetails { get; set; }

    public TaskStartedEventDetails TaskStartedEventDetails { get; set; }

    public TaskSubmitFailedEventDetails TaskSubmitFailedEventDetails { get; set; }

    public TaskSubmittedEventDetails TaskSubmittedEventDetails { get; set; }

    public TaskSucceededEventDetails TaskSucceededEventDetails { get; set; }

    public TaskTimedOutEventDetails TaskTimedOutEventDetails { get; set; }

    public ExecutionFailedEventDetails ExecutionFailedEventDetails { get; set; }

    public ExecutionStartedEventDetails ExecutionStartedEventDetails { get; set; }

    public ExecutionSucceededEventDetails ExecutionSucceededEventDetails { get; set; }

    public ExecutionAbortedEventDetails ExecutionAbortedEventDetails { get; set; }

    public ExecutionTimedOutEventDetails ExecutionTimedOutEventDetails { get; set; }

    public ExecutionRedrivenEventDetails ExecutionRedrivenEventDetails { get; set; }

    public LambdaFunctionFailedEventDetails LambdaFunctionFailedEventDetails { get; set; }

    public LambdaFunctionScheduleFailedEventDetails LambdaFunctionScheduleFailedEventDetails { get; set; }

    public LambdaFunctionScheduledEventDetails LambdaFunctionScheduledEventDetails { get; set; }

    public LambdaFunctionStartFailedEventDetails LambdaFunctionStartFailedEventDetails { get; set; }

    public LambdaFunctionSucceededEventDetails LambdaFunctionSucceededEventDetails { get; set; }

    public LambdaFunctionTimedOutEventDetails LambdaFunctionTimedOutEventDetails { get; set; }

    public StateEnteredEventDetails StateEnteredEventDetails { get; set; }

    public StateExitedEventDetails StateExitedEventDetails { get; set; }

    public EvaluationFailedEventDetails EvaluationFailedEventDetails { get; set; }
}
