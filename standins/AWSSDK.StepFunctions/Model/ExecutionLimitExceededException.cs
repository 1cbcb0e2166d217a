using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Too many executions are running.</summary>
public class ExecutionLimitExceededException : AmazonStepFunctionsException
{
    public ExecutionLimitExceededException()
    {
    }

    public ExecutionLimitExceededException(string message)
        : base(message)
    {
    }

    public ExecutionLimitExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ExecutionLimitExceededException(Exception innerException)
        : base(innerException)
    {
    }

    public ExecutionLimitExceededException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public ExecutionLimitExceededException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
