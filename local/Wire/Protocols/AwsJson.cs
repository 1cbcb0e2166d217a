using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire.Protocols;

/// <summary>AWS JSON 1.0 and 1.1: POST /, the operation in X-Amz-Target (https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html).</summary>
internal sealed class AwsJson(ApiCatalog apis) : IWireProtocol
{
    public string UnknownOperationCode => "UnknownOperationException";

    public string InvalidTokenCode => "UnrecognizedClientException";

    public bool Speaks(WireMessage message) => message.Header("X-Amz-Target") is not null;

    public WireCall Read(WireMessage message)
    {
        var target = message.Header("X-Amz-Target")!;
        var dot = target.LastIndexOf('.');
        var api = dot < 0 ? null : apis.ByTarget(target[..dot]);
        return new WireCall(api, api is null ? target : target[(dot + 1)..], JsonBody.Read(message.Body));
    }

    public WireAnswer Write(WireCall call, AwsResponse response, string requestId) => new(
        response.StatusCode,
        ContentType(call.Api),
        response.Body ?? JsonBody.Write(response.Output),
        WireHeaders.Answer(response, "x-amzn-RequestId", requestId));

    public WireAnswer WriteError(AwsApi? api, AwsException error, string requestId) =>
        new(error.StatusCode, ContentType(api), JsonBody.Write(ErrorBody.Typed(error)), WireHeaders.Error(api, error, requestId));

    private static string ContentType(AwsApi? api) => $"application/x-amz-json-{api?.JsonVersion ?? "1.0"}";
}
