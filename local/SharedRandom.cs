namespace SesCompliance.Local;

/// <summary>A random source that several threads may ask at once; <see cref="Random"/> with a seed may not be.</summary>
public sealed class SharedRandom(Random random)
{
    private readonly Lock gate = new();

    public double NextDouble()
    {
        lock (gate)
        {
            return random.NextDouble();
        }
    }

    public Guid NextGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (gate)
        {
            random.NextBytes(bytes);
        }

        // RFC 9562: version 4, variant 10.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public string NextText(int length, string alphabet)
    {
        lock (gate)
        {
            return random.GetString(alphabet, length);
        }
    }
}
