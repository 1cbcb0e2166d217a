using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.Logs;
using SesCompliance.Local.Sqs;

namespace SesCompliance.Tests.Local.Lambda;

/// <summary>A Lambda service with all that it needs, and what a test wants to see of it.</summary>
public sealed class LambdaBench : IAsyncDisposable, IQueues, ILambdaMetrics
{
    private readonly List<string> folders = [];

    private LambdaBench() => Logs = new LogStore(Clock);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    public CredentialStore Credentials { get; } = new();

    public LogStore Logs { get; }

    public LambdaService Service { get; private set; } = null!;

    public ConcurrentQueue<(string Queue, JsonObject Body)> Sent { get; } = new();

    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<(string Function, string Metric, double Value)> Metrics { get; } = new();

    public static async Task<LambdaBench> StartAsync(Func<LambdaOptions, LambdaOptions>? adapt = null)
    {
        var bench = new LambdaBench();
        var options = new LambdaOptions { InitTimeout = TimeSpan.FromMinutes(1), Metrics = bench, Warn = bench.Warnings.Enqueue };
        bench.Service = await LambdaService.StartAsync(
            bench.Clock, bench.Credentials, bench, bench.Logs, () => "http://127.0.0.1:4566", adapt?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
        return bench;
    }

    public FunctionConfiguration Create(
        string handler, string init = ":", string name = "echo", Func<FunctionConfiguration, FunctionConfiguration>? adapt = null)
    {
        var configuration = BashFunction.Create(name, handler, init);
        folders.Add(configuration.Code);
        configuration = adapt?.Invoke(configuration) ?? configuration;
        Service.Create(configuration);
        return configuration;
    }

    public Task<InvocationResult> InvokeAsync(string payload = "{}", string name = "echo") =>
        Service.InvokeAsync(name, payload, TestContext.Current.CancellationToken);

    public IReadOnlyList<string> Log(string name = "echo") =>
        [.. Logs.Events($"/aws/lambda/{name}").Select(one => one.Message.TrimEnd('\n'))];

    /// <summary>Waits, in real time, until something holds that real processes bring about.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds())
        {
            if (deadline.IsCancellationRequested)
            {
                Assert.Fail($"not within a minute: {what}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    Task<string> IQueues.SendAsync(string queueArn, string body, JsonObject? attributes, CancellationToken cancellationToken)
    {
        Sent.Enqueue((queueArn, JsonNode.Parse(body)!.AsObject()));
        return Task.FromResult("id");
    }

    void ILambdaMetrics.Publish(string functionName, string metric, double value, string unit) => Metrics.Enqueue((functionName, metric, value));

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }
}
