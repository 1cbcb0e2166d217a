using System.Collections.Concurrent;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>What can be made to go wrong with the next calls of SendEmail, for tests and rehearsals. Faults are used up in the order they were added.</summary>
public sealed class SesFaults
{
    private readonly ConcurrentQueue<SesFault> faults = new();

    /// <summary>The next calls are over the rate.</summary>
    public void Throttle(int calls = 1) => Refuse("TooManyRequestsException", "Maximum sending rate exceeded.", 429, calls);

    /// <summary>The next calls fail at SES, which took nothing (though nobody can know).</summary>
    public void Fail(int calls = 1) => Refuse("InternalServiceErrorException", "Internal service error.", 500, calls);

    /// <summary>The next calls are refused so.</summary>
    public void Refuse(string code, string message, int statusCode, int calls = 1) => Add(new SesFault.Refusal(code, message, statusCode), calls);

    /// <summary>The next calls are carried out and mailed, but the connection breaks before the answer.</summary>
    public void AcceptAndBreak(int calls = 1) => Add(new SesFault.BrokenAnswer(), calls);

    /// <summary>The next calls are carried out and mailed, but answered with a 500.</summary>
    public void AcceptAndFail(int calls = 1) => Add(new SesFault.FailedAnswer(), calls);

    /// <summary>The next calls are accepted at once and answered late.</summary>
    public void Delay(TimeSpan by, int calls = 1) => Add(new SesFault.LateAnswer(by), calls);

    public void Clear() => faults.Clear();

    internal SesFault? Take() => faults.TryDequeue(out var fault) ? fault : null;

    private void Add(SesFault fault, int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            faults.Enqueue(fault);
        }
    }
}

internal abstract record SesFault
{
    public sealed record Refusal(string Code, string Message, int StatusCode) : SesFault;

    public sealed record BrokenAnswer : SesFault;

    public sealed record FailedAnswer : SesFault;

    public sealed record LateAnswer(TimeSpan By) : SesFault;

    /// <summary>Before the call is carried out.</summary>
    public void Before()
    {
        if (this is Refusal refusal)
        {
            throw new AwsException(refusal.Code, refusal.Message, refusal.StatusCode);
        }
    }

    /// <summary>After the call was carried out; a broken answer is the wire's to break.</summary>
    public async Task AfterAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        switch (this)
        {
            case FailedAnswer:
                throw new AwsException("InternalServiceErrorException", "Internal service error.", 500);
            case LateAnswer late:
                await Task.Delay(late.By, time, cancellationToken);
                break;
        }
    }
}
