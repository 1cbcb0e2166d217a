using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>Which environments of which function are idle, and how many invocations run.</summary>
internal sealed class EnvironmentPool(ConcurrencyLimits limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<LambdaFunction, Places> functions = [];
    private readonly HashSet<ExecutionEnvironment> all = [];

    public void Add(LambdaFunction function)
    {
        lock (gate)
        {
            functions.Add(function, new Places());
        }
    }

    /// <summary>Takes a place for one invocation, with the environment that was used last, or none where a new one has to start.</summary>
    /// <param name="dead">Environments whose bootstrap ended while it was idle; they are forgotten here and the caller's to end.</param>
    /// <exception cref="AwsException"><c>TooManyRequestsException</c>; <c>ResourceNotFoundException</c> when the function has been deleted.</exception>
    public ExecutionEnvironment? Acquire(FunctionVersion version, out IReadOnlyList<ExecutionEnvironment> dead)
    {
        var function = version.Function;
        lock (gate)
        {
            if (!functions.TryGetValue(function, out var places))
            {
                throw FunctionName.NotFound(version.Arn);
            }

            var unreserved = functions.Where(one => one.Key.Configuration.ReservedConcurrency is null).Sum(one => one.Value.Running);
            if (limits.ThrottleReason(function.Configuration.ReservedConcurrency, places.Running, unreserved) is { } reason)
            {
                throw ConcurrencyLimits.Throttled(reason);
            }

            places.Running++;
            List<ExecutionEnvironment> ended = [];
            dead = ended;
            while (places.IdleOf(version.Version).TryPop(out var environment))
            {
                if (environment.Alive)
                {
                    return environment;
                }

                all.Remove(environment);
                ended.Add(environment);
            }

            return null;
        }
    }

    public void Track(ExecutionEnvironment environment)
    {
        lock (gate)
        {
            all.Add(environment);
        }
    }

    /// <summary>Gives the place back; a warm environment stays for the next invocation.</summary>
    /// <returns>Whether the environment is kept; false where the function has been deleted meanwhile.</returns>
    public bool Release(FunctionVersion version, ExecutionEnvironment environment, bool warm)
    {
        lock (gate)
        {
            var known = functions.TryGetValue(version.Function, out var places);
            if (known)
            {
                places!.Running--;
            }

            if (known && warm)
            {
                places!.IdleOf(version.Version).Push(environment);
                return true;
            }

            all.Remove(environment);
            return false;
        }
    }

    /// <summary>Forgets a function and returns its idle environments, to be ended; busy ones end with their invocation.</summary>
    public IReadOnlyList<ExecutionEnvironment> Retire(LambdaFunction function)
    {
        lock (gate)
        {
            functions.Remove(function, out var places);
            ExecutionEnvironment[] idle = [.. places?.Idle ?? []];
            all.ExceptWith(idle);
            return idle;
        }
    }

    public IReadOnlyList<ExecutionEnvironment> All()
    {
        lock (gate)
        {
            return [.. all];
        }
    }

    private sealed class Places
    {
        private readonly Dictionary<string, Stack<ExecutionEnvironment>> idle = new(StringComparer.Ordinal);

        public IEnumerable<ExecutionEnvironment> Idle => idle.Values.SelectMany(environments => environments);

        /// <summary>Of the function's every version: they share its concurrency.</summary>
        public int Running { get; set; }

        public Stack<ExecutionEnvironment> IdleOf(string version) =>
            idle.TryGetValue(version, out var environments) ? environments : idle[version] = new Stack<ExecutionEnvironment>();
    }
}
