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
            while (places.Of(version).Idle.TryPop(out var environment))
            {
                if (environment.Alive)
                {
                    places.Of(version).Busy.Add(environment);
                    return environment;
                }

                all.Remove(environment);
                ended.Add(environment);
            }

            return null;
        }
    }

    /// <summary>Notes a new environment.</summary>
    public void Track(FunctionVersion version, ExecutionEnvironment environment)
    {
        lock (gate)
        {
            all.Add(environment);
            functions.GetValueOrDefault(version.Function)?.Of(version).Busy.Add(environment);
        }
    }

    /// <summary>Gives the place back; a warm environment stays for the next invocation.</summary>
    /// <returns>Whether the environment is kept; false where the function has been deleted or changed meanwhile.</returns>
    public bool Release(FunctionVersion version, ExecutionEnvironment environment, bool warm)
    {
        lock (gate)
        {
            var known = functions.TryGetValue(version.Function, out var places);
            if (known)
            {
                places!.Running--;
            }

            if (known && places!.Of(version).Busy.Remove(environment) && warm)
            {
                places!.Of(version).Idle.Push(environment);
                return true;
            }

            all.Remove(environment);
            return false;
        }
    }

    /// <summary>Returns the idle environments of a changed function's $LATEST, to be ended; busy ones end with their invocation, and published versions never change.</summary>
    public IReadOnlyList<ExecutionEnvironment> Renew(LambdaFunction function)
    {
        lock (gate)
        {
            if (!functions.TryGetValue(function, out var places))
            {
                return [];
            }

            var latest = places.Of(new FunctionVersion(function, null));
            ExecutionEnvironment[] idle = [.. latest.Idle];
            latest.Idle.Clear();
            latest.Busy.Clear();
            all.ExceptWith(idle);
            return idle;
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

    /// <summary>A function's environments. Its versions share its concurrency, but no environment.</summary>
    private sealed class Places
    {
        private readonly Dictionary<string, VersionPlaces> versions = new(StringComparer.Ordinal);

        public IEnumerable<ExecutionEnvironment> Idle => versions.Values.SelectMany(version => version.Idle);

        public int Running { get; set; }

        public VersionPlaces Of(FunctionVersion version) =>
            versions.TryGetValue(version.Version, out var places) ? places : versions[version.Version] = new VersionPlaces();
    }

    private sealed class VersionPlaces
    {
        public Stack<ExecutionEnvironment> Idle { get; } = new();

        /// <summary>Those that may be used again.</summary>
        public HashSet<ExecutionEnvironment> Busy { get; } = [];
    }
}
