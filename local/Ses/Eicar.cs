using System.Text;

namespace SesCompliance.Local.Ses;

/// <summary>The harmless text that every virus scanner finds. It is put together here so that none finds it in this file.</summary>
internal static class Eicar
{
    private static readonly string Text = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    public static bool IsIn(string? text) => text?.Contains(Text, StringComparison.Ordinal) == true;

    public static bool IsIn(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Encoding.ASCII.GetBytes(Text)) >= 0;
}
