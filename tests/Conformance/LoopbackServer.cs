using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SesCompliance.Tests.Conformance;

/// <summary>A real HTTP server on a free port: keeps every request and answers as the test says.</summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<Exchange> _requests = new();

    private LoopbackServer(WebApplication application) => _application = application;

    public IReadOnlyList<Exchange> Requests => [.. _requests];

    public string Url => _application.Urls.Single();

    public string HostAndPort => new Uri(Url).Authority;

    public static async Task<LoopbackServer> StartAsync(Func<Exchange, HttpResponse, CancellationToken, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // Lambda takes an X-Ray cause of up to 1 MB in a header.
        builder.WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestHeadersTotalSize = 1024 * 1024);
        var server = new LoopbackServer(builder.Build());
        server._application.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var headers = context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var exchange = new Exchange(context.Request.Method, context.Request.Path, headers, body.ToArray());
            server._requests.Enqueue(exchange);
            await answer(exchange, context.Response, context.RequestAborted);
        });
        await server._application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Answers every request the same.</summary>
    public static Task<LoopbackServer> StartAsync(int status, string contentType, byte[] body, params (string Name, string Value)[] headers) =>
        StartAsync(async (_, response, cancellationToken) =>
        {
            response.StatusCode = status;
            response.ContentType = contentType;
            response.ContentLength = body.Length;
            response.Headers["x-amzn-RequestId"] = "request-1";
            foreach (var (name, value) in headers)
            {
                response.Headers[name] = value;
            }

            await response.Body.WriteAsync(body, cancellationToken);
        });

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
