namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>java.util.Random's documented generator, which stands behind AWS's seeded numbers.</summary>
internal sealed class JavaRandom(long seed)
{
    private const long Multiplier = 0x5DEECE66DL;

    private const long Mask = (1L << 48) - 1;

    private long state = (seed ^ Multiplier) & Mask;

    /// <summary>A number from 0 to the bound, exclusive.</summary>
    public long Next(long bound)
    {
        if ((bound & -bound) == bound)
        {
            return (bound * Bits(31)) >> 31;
        }

        long bits, value;
        do
        {
            bits = Bits(31);
            value = bits % bound;
        }
        while (bits - value + (bound - 1) > int.MaxValue && bound <= int.MaxValue);

        return value;
    }

    private long Bits(int count)
    {
        state = unchecked((state * Multiplier) + 0xBL) & Mask;
        return state >> (48 - count);
    }
}
