namespace SesCompliance.Ops;

/// <summary>What a command's exit code tells a script.</summary>
public enum ExitCode
{
    Fine = 0,

    /// <summary>The answer is known, and it is that something is wrong.</summary>
    FoundProblems = 1,

    /// <summary>The command line itself is wrong; nothing was asked and nothing done.</summary>
    Usage = 2,

    /// <summary>AWS or DNS could not be asked, so nothing is known.</summary>
    CouldNotAsk = 3,
}
