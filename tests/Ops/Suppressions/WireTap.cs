using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace SesCompliance.Tests.Ops.Suppressions;

/// <summary>Stands between a client and the cloud: after each call that the cloud has carried out, and before the client has its answer, a test may act.</summary>
internal sealed class WireTap : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None });
    private readonly WebApplication application;
    private int calls;

    private WireTap(WebApplication application) => this.application = application;

    public string Endpoint => application.Urls.Single();

    public int Calls => calls;

    /// <param name="carriedOut">Is given the call's number, from 1; false keeps the answer back.</param>
    public static async Task<WireTap> StartAsync(string cloud, Func<int, Task<bool>> carriedOut)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var tap = new WireTap(builder.Build());
        tap.application.Run(context => tap.ForwardAsync(context, cloud, carriedOut));
        await tap.application.StartAsync(TestContext.Current.CancellationToken);
        return tap;
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, string cloud, Func<int, Task<bool>> carriedOut)
    {
        // As sent: an address in a path is escaped, and must stay so.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(cloud + target)) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Content-Length" or "Connection")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.ToString()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value.ToString());
            }
        }

        using var answer = await client.SendAsync(request);
        if (!await carriedOut(Interlocked.Increment(ref calls)))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Transfer-Encoding"))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
