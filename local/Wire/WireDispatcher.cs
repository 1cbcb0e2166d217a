using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire.Protocols;

namespace SesCompliance.Local.Wire;

/// <summary>Takes one request from the socket to its operation and writes what comes of it.</summary>
internal sealed class WireDispatcher(ApiCatalog apis, CredentialStore credentials, WireOptions options, CancellationToken stopping)
{
    // REST-JSON comes last: its requests carry no mark of their own.
    private readonly IWireProtocol[] protocols = [new RpcV2Cbor(apis), new AwsJson(apis), new AwsQuery(apis), new RestJson(apis)];

    public async Task HandleAsync(HttpContext context)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        var exchange = new Exchange(Guid.NewGuid().ToString(), options.Time.GetUtcNow(), options.Time.GetTimestamp());
        IWireProtocol protocol = protocols[^1];
        WireAnswer? answer;
        try
        {
            var message = await WireMessage.ReadAsync(context.Request, linked.Token);
            protocol = protocols.First(candidate => candidate.Speaks(message));
            answer = await AnswerAsync(protocol, message, exchange, linked.Token);
        }
        catch (AwsException refusal)
        {
            exchange.Error = refusal.Code;
            answer = protocol.WriteError(exchange.Api, refusal, exchange.RequestId);
        }
        catch (BadHttpRequestException bad)
        {
            exchange.Error = "BadRequest";
            answer = protocol.WriteError(exchange.Api, new AwsException("SerializationException", bad.Message, bad.StatusCode), exchange.RequestId);
        }
        catch (Exception) when (linked.IsCancellationRequested)
        {
            exchange.Error = "ClientGone";
            answer = null;
        }
        catch (Exception defect)
        {
            options.Logger.LogError(defect, "{Service} {Operation} failed, request id {RequestId}", exchange.Api?.SigningName, exchange.Operation, exchange.RequestId);
            exchange.Error = "InternalFailure";
            answer = protocol.WriteError(
                exchange.Api,
                new AwsException("InternalFailure", $"The embedded cloud failed on {exchange.Operation} (request id {exchange.RequestId}): {defect.GetType().Name}: {defect.Message}", 500),
                exchange.RequestId);
        }

        Log(exchange, answer?.StatusCode ?? 0);
        if (answer is null)
        {
            context.Abort();
        }
        else
        {
            await SendAsync(context.Response, answer);
        }
    }

    // Null where the answer gets lost.
    private async Task<WireAnswer?> AnswerAsync(IWireProtocol protocol, WireMessage message, Exchange exchange, CancellationToken cancellationToken)
    {
        var call = protocol.Read(message);
        exchange.Api = call.Api;
        exchange.Operation = call.Operation;
        exchange.Caller = credentials.Identify(message.Signature?.AccessKeyId, message.Signature?.SessionToken)
            ?? throw new AwsException(protocol.InvalidTokenCode, "The security token included in the request is invalid.", 403);
        if (call.Api is null || !call.Api.Operations.TryGetValue(call.Operation, out var operation))
        {
            var service = call.Api?.SigningName ?? message.Signature?.Service;
            throw new AwsException(
                protocol.UnknownOperationCode,
                $"The embedded cloud does not have {(service is null ? "" : service + " ")}{call.Operation}: docs/supported.md lists what it has",
                call.Api is null ? 404 : 400);
        }

        var request = new AwsRequest(call.Operation, call.Input, exchange.Caller, exchange.RequestId) { Body = message.Body, Headers = message.Headers };
        await options.Authorizer.AuthorizeAsync(call.Api, request, cancellationToken);
        var response = await operation(request, cancellationToken);
        if (response.BreaksConnection)
        {
            exchange.Error = "ConnectionBroken";
            return null;
        }

        // A service that hands on another's answers (DynamoDB) names the error there.
        exchange.Error = response.Headers.GetValueOrDefault("x-amzn-ErrorType");
        return protocol.Write(call, response, exchange.RequestId);
    }

    private static async Task SendAsync(HttpResponse response, WireAnswer answer)
    {
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.StatusCode is not (204 or 304))
        {
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body, CancellationToken.None);
        }
    }

    private void Log(Exchange exchange, int statusCode) => options.Calls.Add(new Call(
        exchange.At,
        exchange.Api?.SigningName,
        exchange.Operation,
        exchange.Caller,
        statusCode,
        exchange.Error,
        options.Time.GetElapsedTime(exchange.Start),
        exchange.RequestId));

    /// <summary>What is known of a request so far.</summary>
    private sealed class Exchange(string requestId, DateTimeOffset at, long start)
    {
        public string RequestId { get; } = requestId;

        public DateTimeOffset At { get; } = at;

        public long Start { get; } = start;

        public AwsApi? Api { get; set; }

        public string Operation { get; set; } = "?";

        public Caller Caller { get; set; } = CredentialStore.Operator;

        public string? Error { get; set; }
    }
}
