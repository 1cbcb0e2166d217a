namespace SesCompliance.Lambdas.Ledger;

/// <summary>What the ledger answers an attempt that wants to send.</summary>
public abstract record ClaimAnswer
{
    private ClaimAnswer()
    {
    }

    /// <summary>The id is this attempt's: it may call SES, once.</summary>
    public sealed record Granted : ClaimAnswer;

    /// <summary>An earlier attempt sent this very request.</summary>
    public sealed record AlreadySent(string MessageId) : ClaimAnswer;

    /// <summary>Another attempt holds the id, and whether SES has its mail is not known.</summary>
    public sealed record InDoubt : ClaimAnswer;

    /// <summary>The id belongs to another request.</summary>
    public sealed record OtherRequest : ClaimAnswer;
}
