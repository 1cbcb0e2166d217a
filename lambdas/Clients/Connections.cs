using Amazon.Runtime;

namespace SesCompliance.Lambdas.Clients;

/// <summary>
/// Gives an SDK client one <see cref="HttpClient"/> of our making, the same one at every call, so that a connection opened during
/// init is the one that the first request finds.
/// </summary>
/// <param name="timeout">For one request, answer included. <see cref="ClientConfig.Timeout"/> is for clients of the SDK's making only.</param>
internal sealed class Connections(HttpMessageHandler handler, TimeSpan timeout) : HttpClientFactory, IDisposable
{
    private readonly HttpClient client = new(handler) { Timeout = timeout };

    /// <summary>For requests that must not be sent twice: see <see cref="BodyWatch"/>. Their time is the caller's to limit.</summary>
    /// <remarks>
    /// Idle connections are dropped soon. While Lambda freezes the process a connection dies unseen, and a mail written into a dead
    /// connection is a mail of which nobody knows whether it was sent.
    /// </remarks>
    public static Connections Watched() =>
        new(new BodyWatch(Sockets(connect: TimeSpan.FromSeconds(3), idle: TimeSpan.FromSeconds(4))), Timeout.InfiniteTimeSpan);

    /// <summary>For requests that the SDK repeats when a connection fails it.</summary>
    public static Connections Plain(TimeSpan timeout) => new(Sockets(connect: TimeSpan.FromSeconds(1), idle: TimeSpan.FromSeconds(50)), timeout);

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

    private static SocketsHttpHandler Sockets(TimeSpan connect, TimeSpan idle) => new()
    {
        ConnectTimeout = connect,
        PooledConnectionIdleTimeout = idle,
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
