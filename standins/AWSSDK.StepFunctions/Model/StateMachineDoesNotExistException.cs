using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>There is no such state machine.</summary>
public class StateMachineDoesNotExistException : AmazonStepFunctionsException
{
    public StateMachineDoesNotExistException()
    {
    }

    public StateMachineDoesNotExistException(string message)
        : base(message)
    {
    }

    public StateMachineDoesNotExistException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StateMachineDoesNotExistException(Exception innerException)
        : base(innerException)
    {
    }

    public StateMachineDoesNotExistException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public StateMachineDoesNotExistException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
