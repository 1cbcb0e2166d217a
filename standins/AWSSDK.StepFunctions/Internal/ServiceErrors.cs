using Amazon.StepFunctions.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.StepFunctions.Internal;

/// <summary>The exception class of each error. Those of customer-managed keys and map runs, which the product does not use, come as the base class.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException ToException(ErrorResponse error) => error.Code switch
    {
        "ExecutionAlreadyExists" => new ExecutionAlreadyExistsException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "ExecutionDoesNotExist" => new ExecutionDoesNotExistException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "ExecutionLimitExceeded" => new ExecutionLimitExceededException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "ExecutionNotRedrivable" => new ExecutionNotRedrivableException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidArn" => new InvalidArnException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidExecutionInput" => new InvalidExecutionInputException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidName" => new InvalidNameException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidOutput" => new InvalidOutputException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidToken" => new InvalidTokenException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "StateMachineDeleting" => new StateMachineDeletingException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "StateMachineDoesNotExist" => new StateMachineDoesNotExistException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "StateMachineTypeNotSupported" => new StateMachineTypeNotSupportedException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "TaskDoesNotExist" => new TaskDoesNotExistException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "TaskTimedOut" => new TaskTimedOutException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "ValidationException" => new ValidationException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        _ => new AmazonStepFunctionsException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
    };
}
