using System.Buffers.Binary;
using System.Text;

namespace SesCompliance.Infra;

/// <summary>What a 64-bit little-endian ELF file says of the machine that it needs.</summary>
/// <param name="Architecture">x86_64, arm64, or <c>machine N</c>.</param>
/// <param name="NeededGlibc">The newest <c>GLIBC_x.y</c> symbol version in its version needs; 0.0 if none.</param>
internal sealed record ElfBinary(string Architecture, Version NeededGlibc)
{
    private const uint VersionNeedsSection = 0x6ffffffe;

    /// <summary>Reads a file; null if it is no such ELF file.</summary>
    /// <remarks>Layout: ELF-64 Object File Format; Linux Standard Base Core, section Symbol Versioning.</remarks>
    public static ElfBinary? Read(string path) => Parse(File.ReadAllBytes(path));

    public static ElfBinary? Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length < 64 || !file.StartsWith((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
        {
            return null;
        }

        var architecture = U16(file, 18) switch
        {
            62 => "x86_64",
            183 => "arm64",
            var machine => $"machine {machine}",
        };
        var newest = new Version(0, 0);
        for (var index = 0; index < U16(file, 60); index++)
        {
            var section = SectionAt(file, index);
            if (U32(section, 4) == VersionNeedsSection)
            {
                var strings = SectionAt(file, (int)U32(section, 40));
                newest = NewestGlibc(file[Offset(section)..], (int)U32(section, 44), file[Offset(strings)..]);
            }
        }

        return new ElfBinary(architecture, newest);
    }

    private static Version NewestGlibc(ReadOnlySpan<byte> needs, int files, ReadOnlySpan<byte> strings)
    {
        var newest = new Version(0, 0);
        for (; files > 0; files--)
        {
            var versions = needs[(int)U32(needs, 8)..];
            for (var left = U16(needs, 2); left > 0; left--)
            {
                var name = strings[(int)U32(versions, 8)..];
                var text = Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]);
                if (text.StartsWith("GLIBC_", StringComparison.Ordinal) && Version.TryParse(text["GLIBC_".Length..], out var version) && version > newest)
                {
                    newest = version;
                }

                versions = versions[(int)U32(versions, 12)..];
            }

            needs = needs[(int)U32(needs, 12)..];
        }

        return newest;
    }

    private static ReadOnlySpan<byte> SectionAt(ReadOnlySpan<byte> file, int index) =>
        file.Slice((int)BinaryPrimitives.ReadUInt64LittleEndian(file[40..]) + (index * U16(file, 58)), U16(file, 58));

    private static int Offset(ReadOnlySpan<byte> section) => (int)BinaryPrimitives.ReadUInt64LittleEndian(section[24..]);

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
