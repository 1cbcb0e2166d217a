using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The loop of a function's process under the Runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html): initialize,
/// then take an event, handle it, report the response or the error, one at a time. A failed initialization is reported and thrown.
/// </summary>
public class LambdaBootstrap : IDisposable
{
    // An environment may be frozen for hours inside the call for the next event.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    private readonly HttpClient _httpClient;
    private readonly bool _ownsHttpClient;
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer _initializer;
    private readonly ILambdaSerializer _serializer;
    private readonly LambdaLog _log = new();
    private readonly RuntimeApi _api;

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, false, handler, initializer, null, null)
    {
    }

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), true, handler, initializer, null, null)
    {
    }

    public LambdaBootstrap(
        LambdaBootstrapHandler handler, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), true, handler, initializer, lambdaBootstrapOptions, null)
    {
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), true, handlerWrapper.Handler, initializer, null, handlerWrapper.Serializer)
    {
    }

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper, LambdaBootstrapOptions lambdaBootstrapOptions, LambdaBootstrapInitializer initializer = null)
        : this(ConstructHttpClient(), true, handlerWrapper.Handler, initializer, lambdaBootstrapOptions, handlerWrapper.Serializer)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, HandlerWrapper handlerWrapper, LambdaBootstrapInitializer initializer = null)
        : this(httpClient, false, handlerWrapper.Handler, initializer, null, handlerWrapper.Serializer)
    {
    }

    public LambdaBootstrap(
        HttpClient httpClient,
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null)
        : this(httpClient, false, handlerWrapper.Handler, initializer, lambdaBootstrapOptions, handlerWrapper.Serializer)
    {
    }

    private LambdaBootstrap(
        HttpClient httpClient,
        bool ownsHttpClient,
        LambdaBootstrapHandler handler,
        LambdaBootstrapInitializer initializer,
        LambdaBootstrapOptions options,
        ILambdaSerializer serializer)
    {
        _httpClient = httpClient ?? throw new ArgumentNullException(nameof(httpClient));
        _httpClient.Timeout = LongestWait;
        _ownsHttpClient = ownsHttpClient;
        _handler = handler ?? throw new ArgumentNullException(nameof(handler));
        _initializer = initializer;
        _serializer = serializer;
        _api = new RuntimeApi(httpClient, FirstNonEmpty(options?.RuntimeApiEndpoint, RuntimeEnvironment.RuntimeApi));
    }

    public static HttpClient ConstructHttpClient()
    {
        // Function ARNs and error types may hold more than ASCII: https://github.com/aws/aws-lambda-dotnet/issues/1231
        var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });
        var version = typeof(LambdaBootstrap).Assembly.GetName().Version;
        var suffix = RuntimeFeature.IsDynamicCodeSupported ? "" : "-aot";
        client.DefaultRequestHeaders.Add(
            "User-Agent", string.Create(CultureInfo.InvariantCulture, $"aws-lambda-dotnet/{Environment.Version}-{version}{suffix}"));
        return client;
    }

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        HeapLimit.ApplyFunctionMemorySize();
        if (_initializer is not null && !await InitializeAsync())
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (OperationCanceledException)
            {
                // The wait for an event timed out: ask again.
            }
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsHttpClient)
        {
            _httpClient.Dispose();
        }
    }

    private static string FirstNonEmpty(string first, string second) => string.IsNullOrEmpty(first) ? second : first;

    private async Task<bool> InitializeAsync()
    {
        try
        {
            return await _initializer();
        }
        catch (Exception failure)
        {
            _log.WriteUnhandled(failure);
            await _api.ReportInitializationErrorAsync(failure, CancellationToken.None);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        var (headers, payload) = await _api.NextAsync(cancellationToken);
        using var invocation = new InvocationRequest
        {
            InputStream = payload,
            LambdaContext = new LambdaContext(headers, _log, _serializer),
        };
        _log.Begin(headers);
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", headers.TraceId);
        LambdaTraceProvider.SetCurrentTraceId(headers.TraceId);

        InvocationResponse response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception failure)
        {
            _log.WriteUnhandled(failure);
            await _api.ReportInvocationErrorAsync(headers.AwsRequestId, failure, cancellationToken);
            return;
        }

        try
        {
            await _api.SendResponseAsync(headers.AwsRequestId, response?.OutputStream, cancellationToken);
        }
        finally
        {
            if (response is { DisposeOutputStream: true })
            {
                response.OutputStream?.Dispose();
            }
        }
    }
}
