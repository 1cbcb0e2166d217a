using System.Collections.Concurrent;

namespace SesCompliance.Local.DynamoDb;

/// <summary>Makes tables fail on purpose, so that an outage can be rehearsed.</summary>
public sealed class DynamoDbFaults
{
    private readonly ConcurrentDictionary<string, Plan> plans = new();

    /// <summary>Makes calls on a table fail until the result is disposed of.</summary>
    /// <param name="times">How many calls fail before the table recovers by itself; null for all.</param>
    /// <param name="operations">The operations that fail, e.g. <c>PutItem</c>; none named: all of them.</param>
    public IDisposable Fail(string table, DynamoDbFault fault, int? times = null, params string[] operations)
    {
        var plan = new Plan(fault, times ?? int.MaxValue, operations);
        plans[table] = plan;
        return new Recovery(() => plans.TryRemove(KeyValuePair.Create(table, plan)));
    }

    /// <summary>The fault that strikes a call now, if any.</summary>
    internal DynamoDbFault? Strike(string table, string operation) => plans.GetValueOrDefault(table)?.Strike(operation);

    private sealed class Plan(DynamoDbFault fault, int times, string[] operations)
    {
        private int left = times;

        public DynamoDbFault? Strike(string operation) =>
            (operations.Length == 0 || operations.Contains(operation)) && Interlocked.Decrement(ref left) >= 0 ? fault : null;
    }

    private sealed class Recovery(Action recover) : IDisposable
    {
        public void Dispose() => recover();
    }
}

/// <summary>The ways in which a table fails.</summary>
public enum DynamoDbFault
{
    /// <summary>InternalServerError, 500; nothing was done.</summary>
    ServerError,

    /// <summary>ProvisionedThroughputExceededException, 400; nothing was done.</summary>
    Throttling,

    /// <summary>No answer until the client gives up; nothing was done.</summary>
    NoAnswer,

    /// <summary>The call was carried out, then the connection broke before the answer.</summary>
    LostAnswer,
}
