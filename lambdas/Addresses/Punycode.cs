using System.Text;

namespace SesCompliance.Lambdas.Addresses;

/// <summary>The encoder of RFC 3492 section 6.3, names as there.</summary>
internal static class Punycode
{
    private const int Base = 36;
    private const int TMin = 1;
    private const int TMax = 26;
    private const int Skew = 38;
    private const int Damp = 700;
    private const int InitialBias = 72;
    private const int InitialN = 128;

    public static string Encode(string label)
    {
        var runes = label.EnumerateRunes().Select(rune => rune.Value).ToArray();
        var output = new StringBuilder();
        foreach (var basic in runes.Where(value => value < InitialN))
        {
            output.Append((char)basic);
        }

        var basics = output.Length;
        if (basics > 0)
        {
            output.Append('-');
        }

        var (n, delta, bias) = (InitialN, 0, InitialBias);
        for (var handled = basics; handled < runes.Length; n++, delta++)
        {
            var next = runes.Where(value => value >= n).Min();
            delta += (next - n) * (handled + 1);
            n = next;
            foreach (var value in runes)
            {
                if (value < n)
                {
                    delta++;
                }
                else if (value == n)
                {
                    AppendVariableLength(output, delta, bias);
                    bias = Adapt(delta, handled + 1, handled == basics);
                    delta = 0;
                    handled++;
                }
            }
        }

        return output.ToString();
    }

    private static void AppendVariableLength(StringBuilder output, int q, int bias)
    {
        for (var k = Base; ; k += Base)
        {
            var t = k <= bias ? TMin : k >= bias + TMax ? TMax : k - bias;
            if (q < t)
            {
                output.Append(Digit(q));
                return;
            }

            output.Append(Digit(t + ((q - t) % (Base - t))));
            q = (q - t) / (Base - t);
        }
    }

    private static int Adapt(int delta, int points, bool first)
    {
        delta = first ? delta / Damp : delta / 2;
        delta += delta / points;
        var k = 0;
        for (; delta > (Base - TMin) * TMax / 2; k += Base)
        {
            delta /= Base - TMin;
        }

        return k + ((Base - TMin + 1) * delta / (delta + Skew));
    }

    private static char Digit(int value) => (char)(value < 26 ? 'a' + value : '0' + value - 26);
}
