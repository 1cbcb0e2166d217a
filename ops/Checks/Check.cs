using System.Text.Json.Serialization;

namespace SesCompliance.Ops.Checks;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What was looked at, in a few words, e.g. <c>DMARC policy</c>.</param>
/// <param name="Found">What is there: the record, the state, or why nobody could say.</param>
public sealed record Check(string Group, string Name, Verdict Verdict, string Found)
{
    /// <summary>Why it matters; for what passed, nothing needs to be said.</summary>
    public string? Why { get; init; }

    /// <summary>What to do, one step a line.</summary>
    public IReadOnlyList<string>? ToDo { get; init; }

    /// <summary>The DNS records that would mend it, to be created exactly so.</summary>
    public IReadOnlyList<RecordToCreate>? Records { get; init; }

    /// <summary>Whether asking again, with nothing else changed, can bring no other answer.</summary>
    [JsonIgnore]
    public bool IsSettled { get; init; }
}

/// <param name="Name">The full name, without the dot at the end.</param>
/// <param name="Value">As a zone file has it, e.g. <c>"v=spf1 include:amazonses.com ~all"</c> without its quotes, or <c>10 feedback-smtp.us-east-1.amazonses.com</c>.</param>
public sealed record RecordToCreate(string Type, string Name, string Value);
