using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire.Protocols;

/// <summary>Smithy RPC v2 CBOR: POST /service/NAME/operation/NAME (https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html).</summary>
internal sealed class RpcV2Cbor(ApiCatalog apis) : IWireProtocol
{
    private const string Protocol = "rpc-v2-cbor";

    public string UnknownOperationCode => "UnknownOperationException";

    public string InvalidTokenCode => "UnrecognizedClientException";

    public bool Speaks(WireMessage message) => message.Header("smithy-protocol") == Protocol;

    public WireCall Read(WireMessage message)
    {
        if (message.Path.Split('/') is not [.., "service", var service, "operation", var operation])
        {
            return new WireCall(null, message.Path, []);
        }

        var api = apis.ByTarget(service);
        return new WireCall(api, api is null ? $"{service}.{operation}" : operation, CborBody.Read(message.Body));
    }

    public WireAnswer Write(WireCall call, AwsResponse response, string requestId) => new(
        response.StatusCode,
        "application/cbor",
        CborBody.Write(response.Output),
        Marked(WireHeaders.Answer(response, "x-amzn-RequestId", requestId)));

    public WireAnswer WriteError(AwsApi? api, AwsException error, string requestId) =>
        new(error.StatusCode, "application/cbor", CborBody.Write(ErrorBody.Typed(error)), Marked(WireHeaders.Error(api, error, requestId)));

    private static Dictionary<string, string> Marked(IReadOnlyDictionary<string, string> headers) => new(headers) { ["smithy-protocol"] = Protocol };
}
