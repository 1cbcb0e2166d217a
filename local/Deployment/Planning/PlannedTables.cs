using System.Collections.Concurrent;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Deployment.Planning;

/// <summary>Tables that hold no rows: dynalite, which would check them further, is not started.</summary>
internal sealed class PlannedTables : ITables
{
    private readonly ConcurrentDictionary<string, TableDefinition> tables = new(StringComparer.Ordinal);

    public Task<string> CreateTableAsync(TableDefinition definition, CancellationToken cancellationToken) => tables.TryAdd(definition.Name, definition)
        ? Task.FromResult(Account.Arn("dynamodb", $"table/{definition.Name}"))
        : throw new AwsException("ResourceInUseException", $"Table already exists: {definition.Name}");

    public Task UpdateTableAsync(TableDefinition definition, CancellationToken cancellationToken)
    {
        tables[definition.Name] = definition;
        return Task.CompletedTask;
    }

    public Task DeleteTableAsync(string name, CancellationToken cancellationToken)
    {
        tables.TryRemove(name, out _);
        return Task.CompletedTask;
    }
}
