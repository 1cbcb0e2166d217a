using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The task has ended: it timed out, or its execution is over.</summary>
public class TaskTimedOutException : AmazonStepFunctionsException
{
    public TaskTimedOutException()
    {
    }

    public TaskTimedOutException(string message)
        : base(message)
    {
    }

    public TaskTimedOutException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TaskTimedOutException(Exception innerException)
        : base(innerException)
    {
    }

    public TaskTimedOutException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public TaskTimedOutException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
