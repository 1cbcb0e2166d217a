using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>Calls a Lambda function.</summary>
public sealed record TaskState(string Name, TaskResource Resource) : StepState(Name)
{
    public override string Type => "Task";

    public PayloadTemplate? Parameters { get; init; }

    public PayloadTemplate? ResultSelector { get; init; }

    /// <summary>Where the result goes in the input; null discards it.</summary>
    public ReferencePath? ResultPath { get; init; }

    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    public IReadOnlyList<Catcher> Catch { get; init; } = [];

    public Duration? Timeout { get; init; }

    public Duration? Heartbeat { get; init; }
}

/// <summary>Whole seconds, fixed or looked up in the input; one of the two.</summary>
/// <param name="Field">The field's name, for messages, e.g. <c>TimeoutSecondsPath</c>.</param>
public sealed record Duration(string Field, long? Seconds, JsonPath? Path);
