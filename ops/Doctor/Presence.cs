namespace SesCompliance.Ops.Doctor;

/// <summary>Which of the stack's resources exist: where none does, the stack itself is what is missing.</summary>
internal sealed class Presence
{
    private int found;
    private int missing;

    /// <summary>Whether something was looked for, and nothing is there.</summary>
    public bool NothingExists => found == 0 && missing > 0;

    public void Found() => Interlocked.Increment(ref found);

    public void Missing() => Interlocked.Increment(ref missing);
}
