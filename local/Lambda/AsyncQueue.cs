using System.Collections.Concurrent;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Sqs;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>The asynchronous invocations: each event is tried in the background until it succeeds, or goes to the function's on-failure destination.</summary>
internal sealed class AsyncQueue(TimeProvider clock, Invoker invoker, IQueues queues, LambdaOptions options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, AsyncEvent> pending = new();
    private readonly BackgroundWork work = new();

    // AWS slows down its reading where a queue is long; without this a burst of events would be throttled by this machine's low limit alone.
    private readonly SemaphoreSlim reading = new(options.AccountConcurrency);

    public IReadOnlyList<AsyncEvent> Pending => [.. pending.Values];

    public void Enqueue(FunctionVersion function, string payload, string requestId)
    {
        var accepted = new AsyncEvent(requestId, function.Function.Configuration.FunctionName, payload, clock.GetUtcNow());
        pending[requestId] = accepted;
        Publish(function, "AsyncEventsReceived", 1, "Count");
        work.Start(stopping => ProcessAsync(function, accepted, stopping));
    }

    public async ValueTask DisposeAsync()
    {
        await work.DisposeAsync();
        foreach (var left in pending.Values)
        {
            options.Warn(
                $"Shut down with an asynchronous event of {left.FunctionName} pending: request {left.RequestId}, accepted {left.Accepted:O}, "
                + $"invoked {left.InvokeCount} times. Payload: {left.Payload}");
        }

        reading.Dispose();
    }

    /// <summary>An event that this does not end for, since the cloud stops, stays among the pending ones and is told.</summary>
    private async Task ProcessAsync(FunctionVersion function, AsyncEvent accepted, CancellationToken stopping)
    {
        try
        {
            await TryUntilDoneAsync(function, accepted, stopping);
            pending.TryRemove(accepted.RequestId, out _);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            options.Warn($"Event {accepted.RequestId} of {accepted.FunctionName} is stuck: {exception}");
            throw;
        }
    }

    private async Task TryUntilDoneAsync(FunctionVersion function, AsyncEvent accepted, CancellationToken stopping)
    {
        var (invoked, functionErrors, throttles) = (0, 0, 0);
        InvocationResult? last = null;
        while (true)
        {
            var config = function.EventInvokeConfig;
            var age = clock.GetUtcNow() - accepted.Accepted;
            if (AsyncRetries.Expired(config, age))
            {
                await GiveUpAsync(function, accepted, "EventAgeExceeded", invoked, last, stopping);
                return;
            }

            TimeSpan? wait;
            var (attempt, refusal) = await AttemptAsync(function, accepted, age, stopping);
            if (refusal is { StatusCode: 404 })
            {
                options.Warn($"Function {accepted.FunctionName} was deleted; its event {accepted.RequestId} is dropped. Payload: {accepted.Payload}");
                return;
            }

            if (attempt is null)
            {
                wait = AsyncRetries.AfterThrottle(function.Function.Configuration.ReservedConcurrency, ++throttles);
            }
            else
            {
                (last, throttles) = (attempt, 0);
                invoked++;
                if (attempt.FunctionError is null)
                {
                    return;
                }

                wait = AsyncRetries.AfterFunctionError(config, ++functionErrors);
            }

            if (wait is null)
            {
                await GiveUpAsync(function, accepted, "RetriesExhausted", invoked, last, stopping);
                return;
            }

            await WaitAsync(accepted with { InvokeCount = invoked }, AsyncRetries.Within(config, clock.GetUtcNow() - accepted.Accepted, wait.Value), stopping);
        }
    }

    private async Task<(InvocationResult? Result, AwsException? Refusal)> AttemptAsync(FunctionVersion function, AsyncEvent accepted, TimeSpan age, CancellationToken stopping)
    {
        await reading.WaitAsync(stopping);
        try
        {
            Publish(function, "AsyncEventAge", age.TotalMilliseconds, "Milliseconds");
            return (await invoker.InvokeAsync(function, accepted.Payload, accepted.RequestId), null);
        }
        catch (AwsException refusal)
        {
            stopping.ThrowIfCancellationRequested();
            return (null, refusal);
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task WaitAsync(AsyncEvent waiting, TimeSpan wait, CancellationToken stopping)
    {
        var due = clock.GetUtcNow() + wait;
        var delay = Task.Delay(wait, clock, stopping);

        // Only now, so that whoever sees the time can advance the clock to it.
        pending[waiting.RequestId] = waiting with { NextAttempt = due };
        await delay;
        pending[waiting.RequestId] = waiting;
    }

    private async Task GiveUpAsync(FunctionVersion function, AsyncEvent failed, string condition, int invoked, InvocationResult? last, CancellationToken stopping)
    {
        if (function.EventInvokeConfig.OnFailure is not { } destination)
        {
            Publish(function, "AsyncEventsDropped", 1, "Count");
            options.Warn(
                $"Event {failed.RequestId} of {failed.FunctionName} is dropped ({condition}): the function has no on-failure destination. "
                + $"Payload: {failed.Payload}");
            return;
        }

        var record = DestinationRecord.Write(
            clock.GetUtcNow(), failed.RequestId, FunctionVersion.Qualified(function.Function.Configuration.Arn, function.Version), condition, invoked, failed.Payload, last);
        try
        {
            await queues.SendAsync(
                destination, record, null, Caller.OfRole(function.Function.Configuration.RoleArn, function.Function.Configuration.FunctionName), stopping);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Publish(function, "DestinationDeliveryFailures", 1, "Count");
            options.Warn($"The on-failure destination {destination} of {failed.FunctionName} did not take a record ({exception.Message}): {record}");
        }
    }

    private void Publish(FunctionVersion function, string metric, double value, string unit) =>
        options.Metrics?.Publish(function.Function.Configuration.FunctionName, metric, value, unit);
}
