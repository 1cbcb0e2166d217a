using Amazon.Runtime;

namespace SesCompliance.Lambdas.Clients;

/// <summary>
/// Gives an SDK client one <see cref="HttpClient"/> of our making, the same one at every call, so that a connection opened during
/// init is the one that the first request finds.
/// </summary>
internal sealed class Connections(HttpMessageHandler handler) : HttpClientFactory, IDisposable
{
    // The SDK's cancellation tokens and ours end a request; HttpClient's own clock is only the last resort.
    private readonly HttpClient client = new(handler) { Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>For requests that must not be sent twice: see <see cref="BodyWatch"/>.</summary>
    /// <remarks>
    /// Idle connections are dropped soon. While Lambda freezes the process a connection dies unseen, and a mail written into a dead
    /// connection is a mail of which nobody knows whether it was sent.
    /// </remarks>
    public static Connections Watched(TimeSpan connectTimeout) =>
        new(new BodyWatch(Sockets(connectTimeout, idle: TimeSpan.FromSeconds(4))));

    public static Connections Plain(TimeSpan connectTimeout) => new(Sockets(connectTimeout, idle: TimeSpan.FromSeconds(50)));

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    /// <summary>Resolves, connects and shakes hands; what the endpoint answers to the request does not matter.</summary>
    public async Task OpenAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(endpoint, "/ping"));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
    }

    public void Dispose() => client.Dispose();

    private static SocketsHttpHandler Sockets(TimeSpan connectTimeout, TimeSpan idle) => new()
    {
        ConnectTimeout = connectTimeout,
        PooledConnectionIdleTimeout = idle,
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
