using System.Buffers;
using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Runtime.StandIns;

/// <summary>Makes a request of an operation's input: its headers and path from the protocol, a JSON object as its body.</summary>
internal sealed class JsonRequestMarshaller<TRequest>(string service, Action<IRequest> protocol, Action<Utf8JsonWriter, TRequest> body)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, service) { HttpMethod = "POST" };
        protocol(request);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            body(writer, (TRequest)input);
            writer.WriteEndObject();
        }

        request.Content = buffer.WrittenSpan.ToArray();
        return request;
    }
}
