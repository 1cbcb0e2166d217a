using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>Waits for a time or until one.</summary>
public sealed record WaitState(string Name) : StepState(Name)
{
    public override string Type => "Wait";

    public long? Seconds { get; init; }

    public JsonPath? SecondsPath { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public JsonPath? TimestampPath { get; init; }
}
