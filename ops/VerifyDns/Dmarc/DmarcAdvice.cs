using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.VerifyDns.Dmarc;

/// <summary>The DMARC record that should stand there: what can be read of the one that does, mended.</summary>
internal static class DmarcAdvice
{
    /// <summary>This stack's own default.</summary>
    private const string Policy = "quarantine";

    private static readonly string[] Fixed = ["v", "p", "rua", "ruf"];

    public static RecordToCreate New(string name) => new("TXT", name, $"v=DMARC1; p={Policy}");

    /// <param name="changes">Tags that get another value; null takes the tag out.</param>
    public static RecordToCreate Mended(string name, DmarcRecord record, params (string Tag, string? Value)[] changes)
    {
        var flawed = record.Flaws().Select(flaw => flaw.Split('=')[0].Trim()).ToHashSet();
        var tags = new List<(string Name, string Value)> { ("p", record.Policy ?? Policy) };
        tags.AddRange(record.Tags.Tags.Where(tag => !Fixed.Contains(tag.Name) && !flawed.Contains(tag.Name) && !record.UnknownTags.Contains(tag.Name)));
        foreach (var tag in new[] { "rua", "ruf" })
        {
            string[] addresses = [.. ReportAddress.List(tag, record.Tags[tag]).Select(Mended).OfType<string>()];
            if (addresses.Length > 0)
            {
                tags.Add((tag, string.Join(",", addresses)));
            }
        }

        foreach (var (tag, value) in changes)
        {
            var place = tags.FindIndex(known => known.Name == tag);
            if (place >= 0)
            {
                tags.RemoveAt(place);
            }

            if (value is not null)
            {
                tags.Insert(place >= 0 ? place : tags.Count, (tag, value));
            }
        }

        return new RecordToCreate("TXT", name, ZoneText.Of(string.Join("; ", ["v=DMARC1", .. tags.Select(tag => $"{tag.Name}={tag.Value}")])));
    }

    private static string? Mended(ReportAddress address) => address.Flaw is null ? address.Text
        : address.Flaw.StartsWith("must be mailto:", StringComparison.Ordinal) ? $"mailto:{address.Text}" : null;
}
