using System.Formats.Cbor;
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.CloudWatch.Internal;

/// <summary>Reads an operation's CBOR answer, or makes the service's exception of an error.</summary>
internal sealed class CborResponse<TResponse>(Action<TResponse, string, CborReader> readMember) : ResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var context = (CborContext)input;
        var requestId = context.ResponseData.GetHeaderValue("x-amzn-RequestId");
        try
        {
            var response = new TResponse { ResponseMetadata = new ResponseMetadata { RequestId = requestId } };
            if (!context.IsEmptyResponse)
            {
                var reader = context.Reader();
                reader.Members(name => readMember(response, name, reader));
            }

            return response;
        }
        catch (Exception failure) when (failure is CborContentException or InvalidOperationException or OverflowException)
        {
            throw new AmazonUnmarshallingException(requestId, context.CurrentPath, failure, context.ResponseData.StatusCode);
        }
    }

    public override AmazonServiceException UnmarshallException(
        UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var context = (CborContext)input;
        var error = CborError.Read(context);
        var shape = error.Code;
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        AwsQueryCompatibleErrorHandler.ApplyQueryErrorHeader(error, context.ResponseData);
        return ServiceErrors.ToException(shape, error);
    }

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException) =>
        new CborContext(responseStream, maintainResponseBody, response, isException);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream, bool maintainResponseBody, IWebResponseData response, bool isException, IRequestContext requestContext) =>
        new CborContext(responseStream, maintainResponseBody, response, isException);
}
