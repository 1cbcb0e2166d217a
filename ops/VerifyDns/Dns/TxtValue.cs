namespace SesCompliance.Ops.VerifyDns.Dns;

/// <summary>One TXT record: receivers join its strings without a space.</summary>
internal sealed record TxtValue(IReadOnlyList<string> Strings)
{
    public string Text { get; } = string.Concat(Strings);

    /// <summary>Where one string ends and the next begins, in characters of <see cref="Text"/>.</summary>
    public IEnumerable<int> Seams()
    {
        var position = 0;
        foreach (var part in Strings.SkipLast(1))
        {
            position += part.Length;
            yield return position;
        }
    }
}
