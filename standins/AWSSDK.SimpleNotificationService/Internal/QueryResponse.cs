using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>Reads an operation's XML answer, or makes the service's exception of an error.</summary>
internal sealed class QueryResponse<TResponse>(string operation, Func<XElement, TResponse> read) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        try
        {
            var answer = XElement.Load(context.Stream);
            var response = read(answer.Member(operation + "Result") ?? new XElement("Empty"));
            response.ResponseMetadata = new ResponseMetadata { RequestId = answer.Member("ResponseMetadata")?.Text("RequestId") };
            return response;
        }
        catch (XmlException failure)
        {
            throw new AmazonUnmarshallingException(
                context.ResponseData.GetHeaderValue("x-amzn-RequestId"), "/", failure, context.ResponseData.StatusCode);
        }
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(context);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return ServiceErrors.ToException(error);
    }
}
