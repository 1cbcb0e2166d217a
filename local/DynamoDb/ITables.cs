using SesCompliance.Local.Wire;

namespace SesCompliance.Local.DynamoDb;

/// <summary>What a deployment asks of DynamoDB.</summary>
public interface ITables
{
    /// <summary>Creates a table with its settings and returns its ARN when it is ready.</summary>
    /// <exception cref="AwsException"><c>ResourceInUseException</c> when there is one of that name, <c>ValidationException</c>.</exception>
    Task<string> CreateTableAsync(TableDefinition definition, CancellationToken cancellationToken);

    /// <summary>Gives a table the settings that it should have now; its keys stay.</summary>
    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>, <c>ValidationException</c>.</exception>
    Task UpdateTableAsync(TableDefinition definition, CancellationToken cancellationToken);

    /// <exception cref="AwsException"><c>ResourceNotFoundException</c>; <c>ValidationException</c> when the table is protected.</exception>
    Task DeleteTableAsync(string name, CancellationToken cancellationToken);
}
