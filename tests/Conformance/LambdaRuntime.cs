using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace SesCompliance.Tests.Conformance;

/// <summary>Runs a bootstrap loop in this process against a Runtime API, and gives the console, which the loop takes over, back after.</summary>
public sealed class LambdaRuntime : IAsyncDisposable
{
    private readonly TextWriter _consoleOutput = Console.Out;
    private readonly TextWriter _consoleError = Console.Error;
    private readonly StringWriter _log = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly LambdaBootstrap _bootstrap;

    private LambdaRuntime(RuntimeApiServer api, LambdaBootstrapBuilder builder, LambdaBootstrapInitializer? initializer)
    {
        Console.SetOut(_log);
        Console.SetError(_log);
        _bootstrap = builder.UseBootstrapHandler(initializer)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.HostAndPort)
            .Build();
        Run = _bootstrap.RunAsync(_stop.Token);
    }

    public static SourceGeneratorLambdaJsonSerializer<ConformanceJson> Serializer { get; } = new();

    public Task Run { get; }

    public string[] LogLines => _log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static LambdaRuntime Start(
        RuntimeApiServer api, LambdaBootstrapBuilder builder, LambdaBootstrapInitializer? initializer = null) =>
        new(api, builder, initializer);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Run.ContinueWith(_ => { }, TaskScheduler.Default);
        Console.SetOut(_consoleOutput);
        Console.SetError(_consoleError);
        _bootstrap.Dispose();
        _stop.Dispose();
        await _log.DisposeAsync();
    }
}
