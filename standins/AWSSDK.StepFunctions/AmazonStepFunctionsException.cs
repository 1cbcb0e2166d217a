using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>AWS Step Functions refused a call; the base of its errors and the type of those without a class of their own.</summary>
public class AmazonStepFunctionsException : AmazonServiceException
{
    public AmazonStepFunctionsException()
    {
    }

    public AmazonStepFunctionsException(string message)
        : base(message)
    {
    }

    public AmazonStepFunctionsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public AmazonStepFunctionsException(Exception innerException)
        : base(innerException)
    {
    }

    public AmazonStepFunctionsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public AmazonStepFunctionsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
