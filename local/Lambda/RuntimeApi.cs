using System.Globalization;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SesCompliance.Local.Lambda;

/// <summary>
/// The Runtime API (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html) of all environments on one loopback port: the environment's id stands
/// before <c>/2018-06-01</c>, as part of what the runtime takes from AWS_LAMBDA_RUNTIME_API.
/// </summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RuntimeConversation> environments = new();
    private readonly WebApplication server;

    private RuntimeApi(WebApplication server) => this.server = server;

    /// <summary>E.g. <c>127.0.0.1:41234</c>.</summary>
    public string Authority => new Uri(server.Urls.First()).Authority;

    public static async Task<RuntimeApi> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            // Runtimes tell X-Ray of an error, its message and stack whole, in a header of up to 1 MB.
            kestrel.Limits.MaxRequestBufferSize = null;
            kestrel.Limits.MaxRequestHeadersTotalSize = 1024 * 1024 + 32 * 1024;
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
        });
        builder.Services.AddRoutingCore();
        var api = new RuntimeApi(builder.Build());
        const string Runtime = "/{environment}/2018-06-01/runtime";
        api.server.UseRouting();
        api.server.MapGet($"{Runtime}/invocation/next", api.NextAsync);
        api.server.MapPost($"{Runtime}/invocation/{{id}}/response", context => api.RespondAsync(context, error: false));
        api.server.MapPost($"{Runtime}/invocation/{{id}}/error", context => api.RespondAsync(context, error: true));
        api.server.MapPost($"{Runtime}/init/error", api.FailInitAsync);
        await api.server.StartAsync(cancellationToken);
        return api;
    }

    public void Add(string environment, RuntimeConversation conversation) => environments[environment] = conversation;

    public void Remove(string environment) => environments.TryRemove(environment, out _);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task NextAsync(HttpContext context)
    {
        if (Find(context) is not { } conversation)
        {
            await RefuseAsync(context, 403, "InvalidStateTransition", "This execution environment has ended.");
            return;
        }

        if (conversation.Next(context.RequestAborted) is not { } next)
        {
            await RefuseAsync(context, 403, "InvalidStateTransition", "The event before this one has no answer yet.");
            return;
        }

        var invocation = await next;
        var headers = context.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Deadline-Ms"] = invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = invocation.FunctionArn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        await WriteAsync(context, 200, invocation.Payload);
    }

    private async Task RespondAsync(HttpContext context, bool error)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var id = (string)context.Request.RouteValues["id"]!;
        var tooLarge = body.Length > PayloadLimits.Response;
        var answer = tooLarge
            ? new RuntimeAnswer(FunctionFailure.ResponseTooLarge(body.Length).Payload, Error: true)
            : new RuntimeAnswer(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length), error);
        switch (Find(context)?.Respond(id, answer) ?? RuntimeVerdict.UnknownRequest)
        {
            case RuntimeVerdict.UnknownRequest:
                await RefuseAsync(context, 400, "InvalidRequestID", "Invalid request ID");
                break;
            case RuntimeVerdict.WrongState:
                await RefuseAsync(context, 403, "InvalidStateTransition", "This event was answered already.");
                break;
            default:
                await (tooLarge
                    ? RefuseAsync(context, 413, "RequestEntityTooLarge", $"Exceeded maximum allowed payload size ({PayloadLimits.Response} bytes).")
                    : AcceptAsync(context));
                break;
        }
    }

    private async Task FailInitAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var type = context.Request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        await (Find(context)?.FailInit(type is "" ? "Runtime.Unknown" : type, body) is RuntimeVerdict.Accepted
            ? AcceptAsync(context)
            : RefuseAsync(context, 403, "InvalidStateTransition", "The init phase is over."));
    }

    private RuntimeConversation? Find(HttpContext context) => environments.GetValueOrDefault((string)context.Request.RouteValues["environment"]!);

    private static Task AcceptAsync(HttpContext context) => WriteAsync(context, 202, """{"status":"OK"}""");

    private static Task RefuseAsync(HttpContext context, int status, string type, string message) => WriteAsync(
        context, status, new JsonObject { ["errorMessage"] = message, ["errorType"] = type }.ToJsonString());

    private static async Task WriteAsync(HttpContext context, int status, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
