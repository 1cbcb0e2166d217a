using System.Text;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>The escapes of the States Language inside single quotes: <c>\'</c>, <c>\{</c>, <c>\}</c>, <c>\\</c>.</summary>
internal static class Escapes
{
    public static bool IsEscapable(char character) => character is '\'' or '{' or '}' or '\\';

    public static string Remove(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] == '\\' && index + 1 < raw.Length)
            {
                index++;
            }

            text.Append(raw[index]);
        }

        return text.ToString();
    }
}
