using System.Net;
using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Runtime.StandIns;

/// <summary>Reads an operation's JSON answer, or makes the service's exception of an error.</summary>
internal sealed class JsonResponse<TResponse>(Func<JsonElement, TResponse> read, Func<ErrorResponse, AmazonServiceException> toException)
    : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        using var body = new MemoryStream();
        context.Stream.CopyTo(body);
        using var document = JsonDocument.Parse(body.Length == 0 ? "{}"u8.ToArray() : body.ToArray());
        return read(document.RootElement);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return toException(error);
    }
}
