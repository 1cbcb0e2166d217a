namespace SesCompliance.Local.Sns;

public sealed record Topic(string Name)
{
    public string Arn => Account.Arn("sns", Name);

    public string DisplayName { get; init; } = "";

    /// <summary>The access policy as JSON; null where the topic has SNS's own, which lets the account and the services that act for it publish.</summary>
    public string? Policy { get; init; }

    public string? KmsMasterKeyId { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
