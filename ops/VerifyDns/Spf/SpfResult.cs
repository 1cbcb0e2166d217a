namespace SesCompliance.Ops.VerifyDns.Spf;

/// <summary>What a receiver meets that evaluates a record to its end.</summary>
internal sealed class SpfResult
{
    public const int MaximumLookups = 10;
    public const int MaximumVoids = 2;

    /// <summary>Terms that made the receiver ask DNS, through every include and redirect.</summary>
    public int Lookups { get; set; }

    /// <summary>Look-ups that found nothing.</summary>
    public List<string> Voids { get; } = [];

    /// <summary>What makes the evaluation a permanent error, each with the way to it.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>What could not be asked.</summary>
    public List<string> Unanswered { get; } = [];

    /// <summary>Lookups by each of the record's own terms, dearest first.</summary>
    public List<(string Term, int Lookups)> Costs { get; } = [];

    /// <summary>The way to the term that lets SES send; null where none does.</summary>
    public string? SesBy { get; set; }

    /// <summary>An include that lets everybody send.</summary>
    public string? OpenBy { get; set; }

    /// <summary>The 'all' that decides what is not listed: the record's own or, through redirect, another's.</summary>
    public SpfTerm? All { get; set; }

    public bool IsOver => Lookups > MaximumLookups;
}
