using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SesCompliance.Tests.Ops.Feedback;

/// <summary>Stands between a client and the cloud, and keeps back what would delete a message from a queue; or refuses to publish, as SNS does where a policy is missing.</summary>
internal sealed class QueueGate : IAsyncDisposable
{
    private const string Refusal = """
        <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>AuthorizationError</Code><Message>not authorized to perform: SNS:Publish</Message></Error><RequestId>r</RequestId></ErrorResponse>
        """;

    private readonly HttpClient client = new();
    private readonly WebApplication application;
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private QueueGate(WebApplication application) => this.application = application;

    public string Endpoint => application.Urls.Single();

    /// <summary>Ends when a deletion is asked for; it never gets to the cloud.</summary>
    public Task Reached => reached.Task;

    public static async Task<QueueGate> StartAsync(string cloud, bool refusePublish = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gate = new QueueGate(builder.Build());
        gate.application.Run(context => gate.ForwardAsync(context, cloud, refusePublish));
        await gate.application.StartAsync(TestContext.Current.CancellationToken);
        return gate;
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, string cloud, bool refusePublish)
    {
        if (context.Request.Headers["X-Amz-Target"].ToString().StartsWith("AmazonSQS.DeleteMessage", StringComparison.Ordinal))
        {
            reached.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (refusePublish && System.Text.Encoding.UTF8.GetString(body.ToArray()).Contains("Action=Publish", StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/xml";
            await context.Response.WriteAsync(Refusal);
            return;
        }

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
