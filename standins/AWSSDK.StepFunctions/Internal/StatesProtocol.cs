using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.StepFunctions.Internal;

/// <summary>AWS JSON 1.0: everything is posted to /, the target header names the operation.</summary>
internal static class StatesProtocol
{
    public static JsonRequestMarshaller<TRequest> Marshaller<TRequest>(string operation, Action<Utf8JsonWriter, TRequest> body)
        where TRequest : AmazonWebServiceRequest =>
        new(
            "Amazon.StepFunctions",
            request =>
            {
                request.Headers["X-Amz-Target"] = "AWSStepFunctions." + operation;
                request.Headers["Content-Type"] = "application/x-amz-json-1.0";
                request.Headers["x-amz-api-version"] = "2016-11-23";
                request.ResourcePath = "/";
            },
            body);
}
