namespace SesCompliance.Ops.Suppressions;

/// <summary>Records in temporary files, each with all records of its keys. Only their owner can read them, and they are gone with the process, however it ends.</summary>
internal sealed class HashedFiles : IDisposable
{
    /// <summary>A million addresses make files of 16,000 each: some megabytes in memory, one file at a time.</summary>
    private const int Count = 64;

    private const int Buffer = 16 * 1024;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ses-ops-");
    private readonly (FileStream File, BinaryWriter Writer)[] files;

    public HashedFiles() => files = [.. Enumerable.Range(0, Count).Select(i => Open(Path.Combine(folder.FullName, $"{i}")))];

    public void Add(string key, Action<BinaryWriter> write)
    {
        var writer = files[(uint)string.GetHashCode(key, StringComparison.Ordinal) % Count].Writer;
        writer.Write(key);
        write(writer);
    }

    /// <summary>Each file's records: the key, and the reader that stands where the record begins; the caller reads it to its end.</summary>
    public IEnumerable<IEnumerable<(string Key, BinaryReader Record)>> Read()
    {
        foreach (var (file, writer) in files)
        {
            writer.Flush();
            file.Position = 0;
            yield return Records(file);
        }
    }

    public void Dispose()
    {
        foreach (var (file, _) in files)
        {
            file.Dispose();
        }

        folder.Delete(recursive: true);
    }

    private static IEnumerable<(string Key, BinaryReader Record)> Records(FileStream file)
    {
        using var reader = new BinaryReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
        var end = file.Length;
        while (file.Position < end)
        {
            yield return (reader.ReadString(), reader);
        }
    }

    private static (FileStream File, BinaryWriter Writer) Open(string path)
    {
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, Buffer, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            // Open, but without a name: nothing is left even of a process that was killed.
            File.Delete(path);
        }

        return (file, new BinaryWriter(file));
    }
}
