using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>What a deployment asks of Lambda.</summary>
public interface IFunctions
{
    /// <exception cref="AwsException"><c>InvalidParameterValueException</c>, <c>ValidationException</c>; <c>ResourceConflictException</c> (409).</exception>
    LambdaFunction Create(FunctionConfiguration configuration);

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c> (404); <c>ResourceConflictException</c> (409): the statement id is taken.</exception>
    void AddPermission(string function, PermissionStatement statement);

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c> (404), <c>InvalidParameterValueException</c>.</exception>
    void PutEventInvokeConfig(string function, EventInvokeConfig config);
}
