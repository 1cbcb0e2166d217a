using SesCompliance.Local.Wire;

namespace SesCompliance.Local.DynamoDb;

/// <summary>What a deployment asks of DynamoDB.</summary>
public interface ITables
{
    /// <summary>Creates a table with its settings and returns its ARN when it is ready.</summary>
    /// <exception cref="AwsException"><c>ResourceInUseException</c> when there is one of that name, <c>ValidationException</c>.</exception>
    Task<string> CreateTableAsync(TableDefinition definition, CancellationToken cancellationToken);
}
