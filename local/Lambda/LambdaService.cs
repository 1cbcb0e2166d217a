using System.Collections.Concurrent;
using System.Text;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Logs;
using SesCompliance.Local.Sqs;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>Lambda: functions whose archives run as child processes under the Runtime API.</summary>
public sealed class LambdaService : ILambda, IFunctions, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, LambdaFunction> functions = new(StringComparer.Ordinal);
    private readonly TimeProvider clock;
    private readonly Access access;
    private readonly RuntimeApi runtimeApi;
    private readonly EnvironmentFactory factory;
    private readonly EnvironmentPool pool;
    private readonly Invoker invoker;
    private readonly AsyncQueue asynchronous;
    private bool disposed;

    private LambdaService(
        TimeProvider clock, CredentialStore credentials, IQueues queues, LogStore logs, Func<string> endpoint, LambdaOptions options, RuntimeApi runtimeApi)
    {
        this.clock = clock;
        access = options.Access;
        this.runtimeApi = runtimeApi;
        factory = new EnvironmentFactory(clock, runtimeApi, credentials, logs, access, endpoint);
        pool = new EnvironmentPool(new ConcurrencyLimits(options.AccountConcurrency));
        invoker = new Invoker(clock, pool, factory, options);
        asynchronous = new AsyncQueue(clock, invoker, queues, options);
    }

    public IReadOnlyList<LambdaFunction> Functions => [.. functions.Values.OrderBy(function => function.Configuration.FunctionName, StringComparer.Ordinal)];

    /// <summary>Asynchronous events that are neither done nor given up.</summary>
    public IReadOnlyList<AsyncEvent> PendingEvents => asynchronous.Pending;

    /// <param name="endpoint">The cloud's own endpoint, e.g. <c>http://127.0.0.1:4566</c>; asked when an environment starts.</param>
    public static async Task<LambdaService> StartAsync(
        TimeProvider clock,
        CredentialStore credentials,
        IQueues queues,
        LogStore logs,
        Func<string> endpoint,
        LambdaOptions? options = null,
        CancellationToken cancellationToken = default) =>
        new(clock, credentials, queues, logs, endpoint, options ?? new LambdaOptions(), await RuntimeApi.StartAsync(cancellationToken));

    public LambdaFunction Create(FunctionConfiguration configuration)
    {
        FunctionRules.Check(configuration);
        FunctionRules.CheckRole(configuration, access);
        var function = new LambdaFunction(configuration, FunctionCode.Open(configuration.Code), clock.GetUtcNow());
        if (!functions.TryAdd(configuration.FunctionName, function))
        {
            function.Code.Dispose();
            throw FunctionName.Taken(configuration.FunctionName);
        }

        pool.Add(function);
        return function;
    }

    public async Task<LambdaFunction> UpdateAsync(FunctionConfiguration configuration)
    {
        FunctionRules.Check(configuration);
        FunctionRules.CheckRole(configuration, access);
        var found = Find(configuration.FunctionName);
        var old = found.Configuration;
        FunctionRules.CheckSameCode(old, configuration);
        found.Configuration = configuration;

        // Concurrency is no part of an environment.
        if (configuration with { ReservedConcurrency = old.ReservedConcurrency, Environment = old.Environment } != old
            || !configuration.Environment.OrderBy(variable => variable.Key).SequenceEqual(old.Environment.OrderBy(variable => variable.Key)))
        {
            if (configuration.Publish)
            {
                found.PublishVersion();
            }

            await Task.WhenAll(pool.Renew(found).Select(factory.EndAsync));
        }

        return found;
    }

    public async Task DeleteAsync(string function)
    {
        var found = Find(function);
        if (functions.TryRemove(found.Configuration.FunctionName, out _))
        {
            access.Resources.Remove(found.Configuration.Arn);
            await Task.WhenAll(pool.Retire(found).Select(factory.EndAsync));
            found.Code.Dispose();
        }
    }

    /// <param name="function">Name or ARN, qualified or not.</param>
    /// <exception cref="AwsException"><c>ResourceNotFoundException</c> (404).</exception>
    public LambdaFunction Find(string function) => Resolve(function).Function;

    /// <summary>The function and which version of it is meant.</summary>
    /// <exception cref="AwsException"><c>ResourceNotFoundException</c> (404).</exception>
    public FunctionVersion Resolve(string function, string? qualifier = null)
    {
        var name = FunctionName.Parse(function);
        var wanted = name.Qualifier ?? qualifier;
        return functions.TryGetValue(name.Name, out var found) && found.Versions.Contains(wanted ?? FunctionVersion.Latest)
            ? new FunctionVersion(found, wanted)
            : throw FunctionName.NotFound(FunctionVersion.Qualified(Account.Arn("lambda", $"function:{name.Name}"), wanted));
    }

    public void PutEventInvokeConfig(string function, EventInvokeConfig config)
    {
        config.Check();
        Find(function).EventInvokeConfig = config;
    }

    /// <summary>Keeps concurrency for a function, 0 to switch it off; null gives it back to the account.</summary>
    public void ReserveConcurrency(string function, int? reserved)
    {
        var found = Find(function);
        var configuration = found.Configuration with { ReservedConcurrency = reserved };
        FunctionRules.Check(configuration);
        found.Configuration = configuration;
    }

    public void AddPermission(string function, PermissionStatement statement)
    {
        var found = Find(function);
        found.Add(statement);
        KeepPolicy(found);
    }

    public void RemovePermission(string function, string statementId)
    {
        var found = Find(function);
        found.Remove(statementId);
        KeepPolicy(found);
    }

    public Task<InvocationResult> InvokeAsync(string function, string payload, IPrincipal caller, CancellationToken cancellationToken)
    {
        DemandInvoke(function, caller);
        return InvokeAsync(function, payload, cancellationToken);
    }

    public Task EnqueueAsync(string function, string payload, IPrincipal caller, CancellationToken cancellationToken)
    {
        DemandInvoke(function, caller);
        return EnqueueAsync(function, payload, cancellationToken);
    }

    public Task<InvocationResult> InvokeAsync(string function, string payload, CancellationToken cancellationToken) =>
        InvokeAsync(function, payload, NewRequestId(), cancellationToken);

    /// <param name="requestId">The id that the log lines name.</param>
    public Task<InvocationResult> InvokeAsync(string function, string payload, string requestId, CancellationToken cancellationToken)
    {
        var found = Resolve(function);
        PayloadLimits.CheckSynchronous(Encoding.UTF8.GetByteCount(payload));

        // As on AWS, a caller who goes away does not stop the function.
        return invoker.InvokeAsync(found, payload, requestId).WaitAsync(cancellationToken);
    }

    public Task EnqueueAsync(string function, string payload, CancellationToken cancellationToken) =>
        EnqueueAsync(function, payload, NewRequestId(), cancellationToken);

    public Task EnqueueAsync(string function, string payload, string requestId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = Resolve(function);
        PayloadLimits.CheckAsynchronous(Encoding.UTF8.GetByteCount(payload));
        asynchronous.Enqueue(found, payload, requestId);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, true))
        {
            return;
        }

        await invoker.StopAsync();
        await asynchronous.DisposeAsync();
        await runtimeApi.DisposeAsync();
        foreach (var function in functions.Values)
        {
            function.Code.Dispose();
        }
    }

    private void DemandInvoke(string function, IPrincipal caller) =>
        access.Demand(new AccessRequest(caller, LambdaPermissions.InvokeFunction, Resolve(function).Arn), LambdaPermissions.Denial);

    private void KeepPolicy(LambdaFunction function)
    {
        if (function.Policy.Count == 0)
        {
            access.Resources.Remove(function.Configuration.Arn);
            return;
        }

        access.Resources.Set(function.Configuration.Arn, FunctionPolicy.Of(function).ToJsonString());
    }

    private static string NewRequestId() => Guid.NewGuid().ToString();
}
