using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>Runs one invocation from the place in the pool to the REPORT line.</summary>
internal sealed class Invoker(TimeProvider clock, EnvironmentPool pool, EnvironmentFactory factory, LambdaOptions options)
{
    private volatile bool stopped;

    /// <exception cref="AwsException"><c>TooManyRequestsException</c>; <c>ServiceException</c> when the cloud shuts down meanwhile.</exception>
    public async Task<InvocationResult> InvokeAsync(FunctionVersion version, string payload, string requestId)
    {
        var function = version.Function;
        var environment = Acquire(version, out var dead);
        await Task.WhenAll(dead.Select(factory.EndAsync));
        var cold = environment is null;
        if (environment is null)
        {
            environment = factory.Create(version);
            pool.Track(version, environment);
        }

        var warm = false;
        InvocationResult result;
        try
        {
            environment.TakeTail();
            var run = new InvocationRun(clock, factory, options, version, environment, requestId);
            (result, warm) = await run.RunAsync(payload, cold);
            Publish("Invocations", 1, "Count");
            Publish("Errors", result.FunctionError is null ? 0 : 1, "Count");
            Publish("Duration", run.Duration.TotalMilliseconds, "Milliseconds");
        }
        catch (ObjectDisposedException) when (stopped)
        {
            throw ShutDown();
        }
        finally
        {
            if (!pool.Release(version, environment, warm))
            {
                await factory.EndAsync(environment);
            }
        }

        // Whatever a function killed by the shutdown seems to have answered is not its answer.
        return stopped && !warm ? throw ShutDown() : result;

        void Publish(string metric, double value, string unit) => options.Metrics?.Publish(function.Configuration.FunctionName, metric, value, unit);
    }

    /// <summary>Ends every environment.</summary>
    public async Task StopAsync()
    {
        stopped = true;
        await Task.WhenAll(pool.All().Select(factory.EndAsync));
    }

    private ExecutionEnvironment? Acquire(FunctionVersion version, out IReadOnlyList<ExecutionEnvironment> dead)
    {
        if (stopped)
        {
            throw ShutDown();
        }

        var throttles = 0;
        try
        {
            return pool.Acquire(version, out dead);
        }
        catch (AwsException exception) when (exception.StatusCode == 429)
        {
            throttles = 1;
            throw;
        }
        finally
        {
            options.Metrics?.Publish(version.Function.Configuration.FunctionName, "Throttles", throttles, "Count");
        }
    }

    private static AwsException ShutDown() => new("ServiceException", "The cloud is shutting down.", 500);
}
