using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Wire;

/// <summary>The calls that the cloud answered, newest last; the oldest go when it is full.</summary>
public sealed class CallLog(int capacity = 10_000)
{
    private readonly Queue<Call> calls = new();
    private readonly Lock gate = new();

    public void Add(Call call)
    {
        lock (gate)
        {
            calls.Enqueue(call);
            if (calls.Count > capacity)
            {
                calls.Dequeue();
            }
        }
    }

    public IReadOnlyList<Call> Snapshot()
    {
        lock (gate)
        {
            return [.. calls];
        }
    }
}

/// <param name="Service">The signing name, e.g. <c>states</c>; null where no service of the cloud was meant.</param>
/// <param name="StatusCode">The HTTP status; 0 where the connection was broken without an answer.</param>
/// <param name="Error">The error code of a refused call.</param>
public sealed record Call(
    DateTimeOffset At, string? Service, string Operation, Caller Caller, int StatusCode, string? Error, TimeSpan Duration, string RequestId);
