using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Language;

namespace SesCompliance.Local.StepFunctions;

/// <summary>A state machine as it stands now; an update makes a new one.</summary>
/// <param name="DefinitionText">As it was given.</param>
/// <param name="RoleArn">The role with which its tasks call.</param>
/// <param name="LoggingConfiguration">As it was given; null where it was not.</param>
public sealed record StateMachine(
    string Name, string DefinitionText, Definition Definition, string RoleArn, JsonObject? LoggingConfiguration, JsonObject? TracingConfiguration, DateTimeOffset CreationDate)
{
    public string Arn => Arns.Machine(Name);

    public DateTimeOffset UpdateDate { get; init; } = CreationDate;

    /// <summary>Null until the first update, as on AWS.</summary>
    public string? RevisionId { get; init; }

    /// <summary>Tags outlive updates.</summary>
    public SortedDictionary<string, string> Tags { get; init; } = new(StringComparer.Ordinal);
}
