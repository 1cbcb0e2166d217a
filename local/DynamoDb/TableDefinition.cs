namespace SesCompliance.Local.DynamoDb;

/// <summary>A table as a program declares it; billed on demand.</summary>
/// <param name="Hash">The partition key.</param>
/// <param name="Range">The sort key, if there is one.</param>
public sealed record TableDefinition(string Name, TableKey Hash, TableKey? Range = null)
{
    /// <summary>The attribute with the epoch second after which a row goes; null: rows stay.</summary>
    public string? TimeToLiveAttribute { get; init; }

    public bool PointInTimeRecovery { get; init; }

    public bool DeletionProtection { get; init; }

    public bool ServerSideEncryption { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <param name="Type">S, N or B.</param>
public sealed record TableKey(string Attribute, string Type = "S");
