using System.IO.Compression;
using System.Security.Cryptography;

namespace SesCompliance.Local.Lambda;

/// <summary>A function's deployed archive: <c>/var/task</c>.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Size">Bytes, as GetFunctionConfiguration tells.</param>
/// <param name="Sha256">Base64.</param>
/// <param name="Unpacked">Whether the folder was made for this function and goes with it.</param>
public sealed record FunctionCode(string Folder, long Size, string Sha256, bool Unpacked) : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public string Bootstrap => Path.Combine(Folder, "bootstrap");

    /// <param name="code">A folder, or a zip file, which is unpacked into a folder of its own.</param>
    public static FunctionCode Open(string code)
    {
        if (Directory.Exists(code))
        {
            var bootstrap = new FileInfo(Path.Combine(code, "bootstrap"));
            return bootstrap.Exists
                ? new FunctionCode(Path.GetFullPath(code), bootstrap.Length, Hash(bootstrap.FullName), Unpacked: false)
                : new FunctionCode(Path.GetFullPath(code), 0, "", Unpacked: false);
        }

        var folder = Directory.CreateTempSubdirectory("ses-lambda-").FullName;
        ZipFile.ExtractToDirectory(code, folder);
        return new FunctionCode(folder, new FileInfo(code).Length, Hash(code), Unpacked: true);
    }

    /// <summary>Why the bootstrap can't be run; null where it can.</summary>
    public FunctionFailure? Problem(string requestId) =>
        !File.Exists(Bootstrap) ? FunctionFailure.NoBootstrap(requestId)
        : !OperatingSystem.IsWindows() && (File.GetUnixFileMode(Bootstrap) & Executable) == 0 ? FunctionFailure.NotStarted(requestId, "permission denied")
        : !IsProgram() ? FunctionFailure.NotStarted(requestId, "exec format error")
        : null;

    // A shell would run a script without #! all the same, but Lambda does not.
    private bool IsProgram()
    {
        using var file = File.OpenRead(Bootstrap);
        Span<byte> start = stackalloc byte[4];
        return file.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && (start.StartsWith("#!"u8) || start.IndexOfAnyInRange((byte)0x7f, (byte)0xff) >= 0);
    }

    public void Dispose()
    {
        if (Unpacked)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static string Hash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToBase64String(SHA256.HashData(stream));
    }
}
