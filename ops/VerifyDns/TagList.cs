namespace SesCompliance.Ops.VerifyDns;

/// <summary>The form of DKIM keys and DMARC records: <c>name=value; name=value</c> (RFC 6376, section 3.2). Names are told apart without case.</summary>
internal sealed class TagList
{
    private readonly List<(string Name, string Value)> tags = [];

    public TagList(string text)
    {
        foreach (var part in text.Split(';'))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            if (sign > 0)
            {
                tags.Add((part[..sign].Trim().ToLowerInvariant(), part[(sign + 1)..].Trim()));
            }
            else if (part.Trim().Length > 0)
            {
                Broken.Add(part.Trim());
            }
        }
    }

    public string? this[string name] => tags.Where(tag => tag.Name == name).Select(tag => tag.Value).FirstOrDefault();

    public IReadOnlyList<(string Name, string Value)> Tags => tags;

    /// <summary>Parts without an equals sign.</summary>
    public List<string> Broken { get; } = [];

    public IEnumerable<string> Repeated => tags.GroupBy(tag => tag.Name).Where(group => group.Count() > 1).Select(group => group.Key);
}
