using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>What an event tells of.</summary>
public class HistoryEventType : ConstantClass
{
    public static readonly HistoryEventType ActivityFailed = new("ActivityFailed");
    public static readonly HistoryEventType ActivityScheduled = new("ActivityScheduled");
    public static readonly HistoryEventType ActivityScheduleFailed = new("ActivityScheduleFailed");
    public static readonly HistoryEventType ActivityStarted = new("ActivityStarted");
    public static readonly HistoryEventType ActivitySucceeded = new("ActivitySucceeded");
    public static readonly HistoryEventType ActivityTimedOut = new("ActivityTimedOut");
    public static readonly HistoryEventType ChoiceStateEntered = new("ChoiceStateEntered");
    public static readonly HistoryEventType ChoiceStateExited = new("ChoiceStateExited");
    public static readonly HistoryEventType ExecutionAborted = new("ExecutionAborted");
    public static readonly HistoryEventType ExecutionFailed = new("ExecutionFailed");
    public static readonly HistoryEventType ExecutionStarted = new("ExecutionStarted");
    public static readonly HistoryEventType ExecutionSucceeded = new("ExecutionSucceeded");
    public static readonly HistoryEventType ExecutionTimedOut = new("ExecutionTimedOut");
    public static readonly HistoryEventType FailStateEntered = new("FailStateEntered");
    public static readonly HistoryEventType LambdaFunctionFailed = new("LambdaFunctionFailed");
    public static readonly HistoryEventType LambdaFunctionScheduled = new("LambdaFunctionScheduled");
    public static readonly HistoryEventType LambdaFunctionScheduleFailed = new("LambdaFunctionScheduleFailed");
    public static readonly HistoryEventType LambdaFunctionStarted = new("LambdaFunctionStarted");
    public static readonly HistoryEventType LambdaFunctionStartFailed = new("LambdaFunctionStartFailed");
    public static readonly HistoryEventType LambdaFunctionSucceeded = new("LambdaFunctionSucceeded");
    public static readonly HistoryEventType LambdaFunctionTimedOut = new("LambdaFunctionTimedOut");
    public static readonly HistoryEventType MapIterationAborted = new("MapIterationAborted");
    public static readonly HistoryEventType MapIterationFailed = new("MapIterationFailed");
    public static readonly HistoryEventType MapIterationStarted = new("MapIterationStarted");
    public static readonly HistoryEventType MapIterationSucceeded = new("MapIterationSucceeded");
    public static readonly HistoryEventType MapStateAborted = new("MapStateAborted");
    public static readonly HistoryEventType MapStateEntered = new("MapStateEntered");
    public static readonly HistoryEventType MapStateExited = new("MapStateExited");
    public static readonly HistoryEventType MapStateFailed = new("MapStateFailed");
    public static readonly HistoryEventType MapStateStarted = new("MapStateStarted");
    public static readonly HistoryEventType MapStateSucceeded = new("MapStateSucceeded");
    public static readonly HistoryEventType ParallelStateAborted = new("ParallelStateAborted");
    public static readonly HistoryEventType ParallelStateEntered = new("ParallelStateEntered");
    public static readonly HistoryEventType ParallelStateExited = new("ParallelStateExited");
    public static readonly HistoryEventType ParallelStateFailed = new("ParallelStateFailed");
    public static readonly HistoryEventType ParallelStateStarted = new("ParallelStateStarted");
    public static readonly HistoryEventType ParallelStateSucceeded = new("ParallelStateSucceeded");
    public static readonly HistoryEventType PassStateEntered = new("PassStateEntered");
    public static readonly HistoryEventType PassStateExited = new("PassStateExited");
    public static readonly HistoryEventType SucceedStateEntered = new("SucceedStateEntered");
    public static readonly HistoryEventType SucceedStateExited = new("SucceedStateExited");
    public static readonly HistoryEventType TaskFailed = new("TaskFailed");
    public static readonly HistoryEventType TaskScheduled = new("TaskScheduled");
    public static readonly HistoryEventType TaskStarted = new("TaskStarted");
    public static readonly HistoryEventType TaskStartFailed = new("TaskStartFailed");
    public static readonly HistoryEventType TaskStateAborted = new("TaskStateAborted");
    public static readonly HistoryEventType TaskStateEntered = new("TaskStateEntered");
    public static readonly HistoryEventType TaskStateExited = new("TaskStateExited");
    public static readonly HistoryEventType TaskSubmitFailed = new("TaskSubmitFailed");
    public static readonly HistoryEventType TaskSubmitted = new("TaskSubmitted");
    public static readonly HistoryEventType TaskSucceeded = new("TaskSucceeded");
    public static readonly HistoryEventType TaskTimedOut = new("TaskTimedOut");
    public static readonly HistoryEventType WaitStateAborted = new("WaitStateAborted");
    public static readonly HistoryEventType WaitStateEntered = new("WaitStateEntered");
    public static readonly HistoryEventType WaitStateExited = new("WaitStateExited");
    public static readonly HistoryEventType MapRunAborted = new("MapRunAborted");
    public static readonly HistoryEventType MapRunFailed = new("MapRunFailed");
    public static readonly HistoryEventType MapRunStarted = new("MapRunStarted");
    public static readonly HistoryEventType MapRunSucceeded = new("MapRunSucceeded");
    public static readonly HistoryEventType ExecutionRedriven = new("ExecutionRedriven");
    public static readonly HistoryEventType MapRunRedriven = new("MapRunRedriven");
    public static readonly HistoryEventType EvaluationFailed = new("EvaluationFailed");

    public HistoryEventType(string value)
        : base(value)
    {
    }

    public static implicit operator HistoryEventType(string value) => FindValue(value);

    public static HistoryEventType FindValue(string value) => FindValue<HistoryEventType>(value);
}
