using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire.Protocols;

/// <summary>REST-JSON: operations by method and path; members in path, query string and body (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html).</summary>
internal sealed class RestJson(ApiCatalog apis) : IWireProtocol
{
    public string UnknownOperationCode => "UnknownOperationException";

    public string InvalidTokenCode => "UnrecognizedClientException";

    public bool Speaks(WireMessage message) => true;

    public WireCall Read(WireMessage message)
    {
        if (apis.ByRoute(message.Signature?.Service, message.Method, message.Path) is not { } match)
        {
            return new WireCall(null, $"{message.Method} {message.Path}", []);
        }

        var input = match.Route.RawBody ? [] : JsonBody.Read(message.Body);
        foreach (var (name, values) in message.Query)
        {
            input[name] = values.Count == 1 ? values[0] : new JsonArray([.. values.Select(value => JsonValue.Create(value))]);
        }

        foreach (var (name, value) in match.PathValues)
        {
            input[name] = value;
        }

        return new WireCall(match.Api, match.Route.Operation, input);
    }

    public WireAnswer Write(WireCall call, AwsResponse response, string requestId) => new(
        response.StatusCode,
        "application/json",
        response.Body ?? JsonBody.Write(response.Output),
        WireHeaders.Answer(response, "x-amzn-RequestId", requestId));

    public WireAnswer WriteError(AwsApi? api, AwsException error, string requestId) =>
        new(error.StatusCode, "application/json", JsonBody.Write(ErrorBody.Untyped(error)), WireHeaders.Error(api, error, requestId));
}
