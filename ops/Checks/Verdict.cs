namespace SesCompliance.Ops.Checks;

public enum Verdict
{
    Pass,

    /// <summary>Works, but not as well as it should.</summary>
    Warn,

    /// <summary>Must be mended.</summary>
    Fail,

    /// <summary>Nobody answered, or what answered can't be relied on: neither good nor bad is known.</summary>
    CouldNotAsk,
}
