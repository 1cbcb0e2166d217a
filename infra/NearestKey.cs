namespace SesCompliance.Infra;

/// <summary>The known key that somebody may have meant.</summary>
internal static class NearestKey
{
    /// <summary>The key that the fewest edits away is, upper and lower case being the same; null where none is near (a third of its letters at most).</summary>
    public static string? Of(string key, IEnumerable<string> known) => known
        .Select(candidate => (Key: candidate, Edits: Edits(key.ToLowerInvariant(), candidate.ToLowerInvariant())))
        .Where(candidate => candidate.Edits <= Math.Max(1, candidate.Key.Length / 3))
        .OrderBy(candidate => candidate.Edits)
        .Select(candidate => candidate.Key)
        .FirstOrDefault();

    /// <summary>Letters to insert, remove or replace (Levenshtein).</summary>
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
