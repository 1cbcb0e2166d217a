namespace SesCompliance.Local.DynamoDb;

/// <summary>What a table has that dynalite does not know of.</summary>
internal sealed class TableSettings
{
    public string? TimeToLiveAttribute { get; set; }

    public DateTimeOffset? PointInTimeRecoverySince { get; set; }

    public bool DeletionProtection { get; set; }

    /// <summary>Encrypted with the AWS managed key instead of DynamoDB's own; either way it takes no doing here.</summary>
    public bool ManagedKey { get; set; }
}
