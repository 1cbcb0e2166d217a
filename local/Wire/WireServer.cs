using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Wire;

/// <summary>The cloud's one port: real clients reach every service here, each with the protocol that it uses. Loopback only.</summary>
public sealed class WireServer : IAsyncDisposable
{
    // Lambda's payloads are up to 6 MB; what a service limits further, it refuses itself.
    private const long MaxBody = 16 << 20;

    private readonly KestrelServer kestrel;
    private readonly ServiceProvider services;
    private readonly CancellationTokenSource stopping;

    private WireServer(KestrelServer kestrel, ServiceProvider services, CancellationTokenSource stopping, CallLog calls)
    {
        this.kestrel = kestrel;
        this.services = services;
        this.stopping = stopping;
        Calls = calls;
        Endpoint = kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    /// <summary>What a client takes as its endpoint URL, e.g. <c>http://127.0.0.1:4566</c>.</summary>
    public string Endpoint { get; }

    public CallLog Calls { get; }

    /// <param name="port">0 takes any free port.</param>
    /// <exception cref="PortUnavailableException">Another process has it, or this user may not.</exception>
    public static async Task<WireServer> StartAsync(
        int port, IEnumerable<AwsApi> apis, CredentialStore credentials, WireOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new WireOptions();
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).BuildServiceProvider();
        var kestrelOptions = new KestrelServerOptions { ApplicationServices = services, AddServerHeader = false };
        kestrelOptions.Limits.MaxRequestBodySize = MaxBody;
        kestrelOptions.Limits.MinRequestBodyDataRate = null;
        kestrelOptions.Limits.MinResponseDataRate = null;
        kestrelOptions.Listen(IPAddress.Loopback, port);
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var kestrel = new KestrelServer(Options.Create(kestrelOptions), sockets, NullLoggerFactory.Instance);
        var stopping = new CancellationTokenSource();
        var dispatcher = new WireDispatcher(new ApiCatalog(apis), credentials, options, stopping.Token);
        try
        {
            await kestrel.StartAsync(new Application(dispatcher), cancellationToken);
        }
        catch (Exception failure)
        {
            kestrel.Dispose();
            stopping.Dispose();
            await services.DisposeAsync();
            throw failure is IOException or SocketException ? new PortUnavailableException(port, failure) : failure;
        }

        return new WireServer(kestrel, services, stopping, options.Calls);
    }

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        // Ends long polls first; connections that a client keeps open are then closed without waiting for it.
        await stopping.CancelAsync();
        await kestrel.StopAsync(new CancellationToken(canceled: true));
        kestrel.Dispose();
        await services.DisposeAsync();
        stopping.Dispose();
    }

    private sealed class Application(WireDispatcher dispatcher) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => dispatcher.HandleAsync(context);

        public void DisposeContext(HttpContext context, Exception? exception)
        {
        }
    }
}
