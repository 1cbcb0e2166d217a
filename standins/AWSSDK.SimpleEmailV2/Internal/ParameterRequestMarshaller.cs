using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>Makes a request without a body: the input goes into path and query.</summary>
internal sealed class ParameterRequestMarshaller<TRequest>(string method, string path, Action<IRequest, TRequest> parameters)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, SesProtocol.Service) { HttpMethod = method, ResourcePath = path, UseQueryString = true };
        request.Headers["x-amz-api-version"] = SesProtocol.ApiVersion;
        parameters(request, (TRequest)input);
        return request;
    }
}
