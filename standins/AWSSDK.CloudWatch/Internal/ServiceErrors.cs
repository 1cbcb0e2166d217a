using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch.Internal;

/// <summary>The exception class of each error, by the name of its shape; the error code is that of the Query protocol, where one came.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException ToException(string shape, ErrorResponse error) => shape switch
    {
        "InternalServiceFault" => new InternalServiceException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidNextToken" => new InvalidNextTokenException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidParameterCombinationException" => new InvalidParameterCombinationException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidParameterValueException" => new InvalidParameterValueException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "MissingRequiredParameterException" => new MissingRequiredParameterException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        _ => new AmazonCloudWatchException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
    };
}
