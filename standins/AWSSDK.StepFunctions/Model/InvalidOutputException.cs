using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>A task's output is not JSON.</summary>
public class InvalidOutputException : AmazonStepFunctionsException
{
    public InvalidOutputException()
    {
    }

    public InvalidOutputException(string message)
        : base(message)
    {
    }

    public InvalidOutputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidOutputException(Exception innerException)
        : base(innerException)
    {
    }

    public InvalidOutputException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public InvalidOutputException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
