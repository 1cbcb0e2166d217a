using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace SesCompliance.Local.Wire.Protocols;

/// <summary>AWS Query: a form with Action and Version, answered in XML (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html).</summary>
internal sealed class AwsQuery(ApiCatalog apis) : IWireProtocol
{
    private const string Form = "application/x-www-form-urlencoded";

    public string UnknownOperationCode => "InvalidAction";

    public string InvalidTokenCode => "InvalidClientTokenId";

    public bool Speaks(WireMessage message) =>
        message.Header("Content-Type")?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) == true || message.Query.ContainsKey("Action");

    public WireCall Read(WireMessage message)
    {
        var parameters = new Dictionary<string, StringValues>(message.Query, StringComparer.Ordinal);
        foreach (var (name, value) in ReadForm(message.Body))
        {
            parameters[name] = value;
        }

        var action = parameters.GetValueOrDefault("Action").ToString();
        var api = apis.ByQuery(message.Signature?.Service, parameters.GetValueOrDefault("Version"), action);
        var members = parameters.Where(parameter => !IsProtocols(parameter.Key)).Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString()));
        return new WireCall(api, action.Length == 0 ? "(no Action)" : action, QueryInput.Read(members, api?.ShapesOf(action) ?? []));
    }

    public WireAnswer Write(WireCall call, AwsResponse response, string requestId) => new(
        response.StatusCode,
        "text/xml",
        QueryXml.Answer(call.Api!, call.Operation, response.Output, requestId),
        WireHeaders.Answer(response, "x-amzn-RequestId", requestId));

    public WireAnswer WriteError(AwsApi? api, AwsException error, string requestId) => new(
        error.StatusCode,
        "text/xml",
        QueryXml.Error(api, error, requestId),
        new Dictionary<string, string> { ["x-amzn-RequestId"] = requestId });

    private static Dictionary<string, StringValues> ReadForm(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body.Span)) { ValueLengthLimit = int.MaxValue, KeyLengthLimit = 1024, ValueCountLimit = 100_000 };
            return reader.ReadForm();
        }
        catch (InvalidDataException malformed)
        {
            throw new AwsException("MalformedQueryString", malformed.Message);
        }
    }

    // Presigned requests carry their signature as parameters, too.
    private static bool IsProtocols(string parameter) => parameter is "Action" or "Version" || parameter.StartsWith("X-Amz-", StringComparison.Ordinal);
}
