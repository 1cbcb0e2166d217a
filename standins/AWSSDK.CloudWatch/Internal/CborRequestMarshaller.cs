using System.Formats.Cbor;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudWatch.Internal;

/// <summary>Smithy's RPC protocol in CBOR: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html</summary>
internal sealed class CborRequestMarshaller<TRequest>(string operation, bool compressed, Action<CborWriter, TRequest> body)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon.CloudWatch")
        {
            HttpMethod = "POST",
            ResourcePath = "service/GraniteServiceVersion20100801/operation/" + operation,
        };
        request.Headers["smithy-protocol"] = "rpc-v2-cbor";
        request.Headers["x-amzn-query-mode"] = "true";
        request.Headers["Content-Type"] = "application/cbor";
        request.Headers["Accept"] = "application/cbor";
        request.Headers["x-amz-api-version"] = "2010-08-01";
        if (compressed)
        {
            CompressionAlgorithmUtils.SetCompressionAlgorithm(request, CompressionEncodingAlgorithm.gzip);
        }

        var writer = new CborWriter(CborConformanceMode.Canonical, convertIndefiniteLengthEncodings: true);
        writer.WriteStartMap(null);
        body(writer, (TRequest)input);
        writer.WriteEndMap();
        request.Content = writer.Encode();
        return request;
    }
}
