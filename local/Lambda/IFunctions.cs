using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>What a deployment asks of Lambda.</summary>
public interface IFunctions
{
    /// <exception cref="AwsException"><c>InvalidParameterValueException</c>, <c>ValidationException</c>; <c>ResourceConflictException</c> (409).</exception>
    LambdaFunction Create(FunctionConfiguration configuration);

    /// <summary>Gives a function the configuration that it should have now, and publishes a version of it where the configuration says so. Invocations that run go on with what they started with; later ones start anew.</summary>
    /// <exception cref="AwsException"><c>ResourceNotFoundException</c> (404), <c>InvalidParameterValueException</c>: also where the code is another, which can't be changed here.</exception>
    Task<LambdaFunction> UpdateAsync(FunctionConfiguration configuration);

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c> (404).</exception>
    Task DeleteAsync(string function);

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c> (404).</exception>
    void RemovePermission(string function, string statementId);

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c> (404); <c>ResourceConflictException</c> (409): the statement id is taken.</exception>
    void AddPermission(string function, PermissionStatement statement);

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c> (404), <c>InvalidParameterValueException</c>.</exception>
    void PutEventInvokeConfig(string function, EventInvokeConfig config);
}
