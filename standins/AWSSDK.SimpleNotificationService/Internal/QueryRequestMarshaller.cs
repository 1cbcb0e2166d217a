using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.SimpleNotificationService.Internal;

/// <summary>The Query protocol: a form with the operation's name, the API's version and the input. The pipeline writes the form.</summary>
internal sealed class QueryRequestMarshaller<TRequest>(string operation, Action<ParameterCollection, TRequest> parameters)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon.SimpleNotificationService") { HttpMethod = "POST" };
        request.ParameterCollection.Text("Action", operation);
        request.ParameterCollection.Text("Version", "2010-03-31");
        parameters(request.ParameterCollection, (TRequest)input);
        return request;
    }
}
