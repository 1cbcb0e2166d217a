namespace SesCompliance.Local.Sns;

/// <summary>What SNS is free to do and a healthy local cloud never would: deliver more than once, and in another order.</summary>
public sealed class SnsFaults
{
    /// <summary>How many times more than once each message is delivered to each subscription.</summary>
    public int Duplicates { get; set; }

    /// <summary>Each delivery is held back for a random time up to this, so that messages overtake one another.</summary>
    public TimeSpan ShuffleWithin { get; set; }
}
