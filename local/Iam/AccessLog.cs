using SesCompliance.Local.Iam.Policies;

namespace SesCompliance.Local.Iam;

/// <summary>What was decided, each kind of decision once with its count; the oldest go when it is full.</summary>
public sealed class AccessLog(int capacity = 10_000)
{
    private readonly OrderedDictionary<string, RecordedDecision> decisions = [];
    private readonly Lock gate = new();

    public void Add(AccessDecision decision)
    {
        var key = $"{decision.Request} {decision.IsAllowed} {string.Join(',', decision.AllowedBy)} {decision.DeniedBy}";
        lock (gate)
        {
            if (decisions.TryGetValue(key, out var known))
            {
                decisions[key] = known with { Count = known.Count + 1 };
                return;
            }

            decisions.Add(key, new RecordedDecision(decision, 1));
            if (decisions.Count > capacity)
            {
                decisions.RemoveAt(0);
            }
        }
    }

    public IReadOnlyList<RecordedDecision> Snapshot()
    {
        lock (gate)
        {
            return [.. decisions.Values];
        }
    }
}

/// <param name="Count">How often it was made.</param>
public sealed record RecordedDecision(AccessDecision Decision, int Count);
