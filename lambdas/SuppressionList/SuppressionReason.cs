namespace SesCompliance.Lambdas.SuppressionList;

/// <summary>Why an address gets no mail, in rising order of weight: of several, the heaviest is the one told.</summary>
public enum SuppressionReason
{
    Manual,
    Bounce,
    Complaint,
}

public static class SuppressionReasons
{
    /// <summary>The table's range key: MANUAL, BOUNCE or COMPLAINT.</summary>
    public static string ToKey(this SuppressionReason reason) => reason.ToString().ToUpperInvariant();

    public static SuppressionReason? Read(string? key) => key switch
    {
        "MANUAL" => SuppressionReason.Manual,
        "BOUNCE" => SuppressionReason.Bounce,
        "COMPLAINT" => SuppressionReason.Complaint,
        _ => null,
    };
}
