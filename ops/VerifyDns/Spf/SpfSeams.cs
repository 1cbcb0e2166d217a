using SesCompliance.Ops.VerifyDns.Dns;

namespace SesCompliance.Ops.VerifyDns.Spf;

/// <summary>Finds where a record that is split into strings lost a space: receivers join <c>"…include:a.example" "include:b.example"</c> to one word.</summary>
internal static class SpfSeams
{
    /// <summary>The value with a space at each seam that needs one; null where none does.</summary>
    public static TxtValue? Mended(TxtValue value)
    {
        var text = value.Text;
        List<int> torn = [.. value.Seams().Where(seam => IsTorn(text, seam))];
        if (torn.Count == 0)
        {
            return null;
        }

        foreach (var seam in torn.OrderDescending())
        {
            text = text.Insert(seam, " ");
        }

        return new TxtValue([text]);
    }

    /// <summary>Two good words, which make a bad one together.</summary>
    private static bool IsTorn(string text, int seam)
    {
        if (seam == 0 || seam >= text.Length || text[seam - 1] == ' ' || text[seam] == ' ')
        {
            return false;
        }

        var start = text.LastIndexOf(' ', seam - 1) + 1;
        var end = text.IndexOf(' ', seam) is >= 0 and var space ? space : text.Length;
        var (before, after) = (text[start..seam], text[seam..end]);
        return IsGood(before) && IsGood(after) && !IsGood(before + after);
    }

    private static bool IsGood(string word) => word.Equals(SpfRecord.Version, StringComparison.OrdinalIgnoreCase) || SpfTermReader.ReadAsIs(word) is { Flaw: null, Kind: not SpfTermKind.UnknownModifier };
}
