using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SesCompliance.Tests.Ops.Feedback;

/// <summary>Stands between a client and the cloud, and keeps back what would delete a message from a queue.</summary>
internal sealed class DeleteGate : IAsyncDisposable
{
    private readonly HttpClient client = new();
    private readonly WebApplication application;
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DeleteGate(WebApplication application) => this.application = application;

    public string Endpoint => application.Urls.Single();

    /// <summary>Ends when a deletion is asked for; it never gets to the cloud.</summary>
    public Task Reached => reached.Task;

    public static async Task<DeleteGate> StartAsync(string cloud)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gate = new DeleteGate(builder.Build());
        gate.application.Run(context => gate.ForwardAsync(context, cloud));
        await gate.application.StartAsync(TestContext.Current.CancellationToken);
        return gate;
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, string cloud)
    {
        if (context.Request.Headers["X-Amz-Target"].ToString().StartsWith("AmazonSQS.DeleteMessage", StringComparison.Ordinal))
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(cloud + context.Request.Path + context.Request.QueryString)) { Content = new ByteArrayContent(body.ToArray()) };

        // The host as the client has it: SQS writes queue URLs by it.
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key is not ("Content-Length" or "Connection")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.ToString()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value.ToString());
            }
        }

        using var answer = await client.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Transfer-Encoding"))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
