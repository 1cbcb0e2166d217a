using System.Text;

namespace SesCompliance.Local.Lambda;

/// <summary>
/// Cuts the bytes that an environment's processes write into lines, and finds the launcher's marks among them (a NUL, the environment's id, a space, a word).
/// </summary>
public sealed class OutputReader(string environmentId, Action<string> line, Action<string> mark)
{
    // A line this long is handed on in pieces, so that a function that never ends its line can't use up memory.
    private const int LongestLine = 64 * 1024;

    private readonly byte[] prefix = Encoding.UTF8.GetBytes($"\0{environmentId} ");
    private readonly List<byte> pending = [];

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            pending.Add(one);
            if (one == '\n' || pending.Count >= LongestLine)
            {
                Emit();
            }
        }
    }

    /// <summary>Hands on what stands without a line's end.</summary>
    public void Complete() => Emit();

    private void Emit()
    {
        var bytes = pending.ToArray();
        pending.Clear();
        var at = bytes.AsSpan().IndexOf(prefix);
        var text = at < 0 ? bytes : bytes[..at];
        if (text.Length > 0)
        {
            line(Encoding.UTF8.GetString(text));
        }

        if (at >= 0)
        {
            mark(Encoding.UTF8.GetString(bytes.AsSpan(at + prefix.Length)).TrimEnd('\n'));
        }
    }
}
