using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Lambda;

public sealed record LambdaOptions
{
    /// <summary>
    /// Invocations at once in the whole account; further ones are throttled. AWS starts with 1,000 (new accounts: 10); here each is a process of this machine.
    /// </summary>
    public int AccountConcurrency { get; init; } = 32;

    /// <summary>How long an environment may take until it asks for its first event; real time.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    public ILambdaMetrics? Metrics { get; init; }

    /// <summary>Judges who may invoke, which roles Lambda may take on, and what functions' roles may write; by default nothing is refused.</summary>
    public Access Access { get; init; } = new(enforced: false);

    /// <summary>Takes what an operator should hear: events that were pending at shutdown, destinations that could not be reached.</summary>
    public Action<string> Warn { get; init; } = Console.Error.WriteLine;
}
