using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SesCompliance.Tests.Conformance;

/// <summary>Plays Lambda's Runtime API: hands out the queued events, then keeps the function waiting.</summary>
public sealed class RuntimeApiServer : IAsyncDisposable
{
    public const string Arn = "arn:aws:lambda:eu-central-1:123456789012:function:f";

    private const string Next = "/2018-06-01/runtime/invocation/next";

    private readonly ConcurrentQueue<(string Id, string Payload)> _events = new();
    private readonly SemaphoreSlim _reported = new(0);
    private LoopbackServer? _server;

    /// <summary>What a response or an error report is answered with.</summary>
    public (int Status, string Body) Acknowledgement { get; init; } = (202, """{"status":"OK"}""");

    public string HostAndPort => _server!.HostAndPort;

    public IReadOnlyList<Exchange> Requests => _server!.Requests;

    public static async Task<RuntimeApiServer> StartAsync(params string[] events)
    {
        var server = new RuntimeApiServer();
        await server.OpenAsync(events);
        return server;
    }

    public async Task OpenAsync(params string[] events)
    {
        for (var i = 0; i < events.Length; i++)
        {
            _events.Enqueue(($"request-{i + 1}", events[i]));
        }

        _server = await LoopbackServer.StartAsync(AnswerAsync);
    }

    /// <summary>The reports so far, once there are that many.</summary>
    public async Task<IReadOnlyList<Exchange>> ReportsAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await _reported.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken), "no report came");
        }

        return [.. Requests.Where(request => request.Method == "POST")];
    }

    public ValueTask DisposeAsync()
    {
        _reported.Dispose();
        return _server!.DisposeAsync();
    }

    private async Task AnswerAsync(Exchange request, HttpResponse response, CancellationToken aborted)
    {
        if (request.Path != Next)
        {
            response.StatusCode = Acknowledgement.Status;
            response.ContentType = "application/json";
            await response.WriteAsync(Acknowledgement.Body, aborted);
            _reported.Release();
        }
        else if (_events.TryDequeue(out var next))
        {
            var deadline = TimeProvider.System.GetUtcNow().AddSeconds(30).ToUnixTimeMilliseconds();
            response.ContentType = "application/json";
            response.Headers["Lambda-Runtime-Aws-Request-Id"] = next.Id;
            response.Headers["Lambda-Runtime-Trace-Id"] = "Root=1-2-3";
            response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = Arn;
            response.Headers["Lambda-Runtime-Deadline-Ms"] = deadline.ToString(CultureInfo.InvariantCulture);
            await response.WriteAsync(next.Payload, aborted);
        }
        else
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, aborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }
}
