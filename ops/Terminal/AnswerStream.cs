using System.Text;
using Microsoft.Win32.SafeHandles;

namespace SesCompliance.Ops.Terminal;

/// <summary>Standard output for answers of any length: buffered, and told when nobody reads on (<c>| head</c>), which <see cref="Console.Out"/> keeps to itself.</summary>
internal static class AnswerStream
{
    private const int Buffer = 64 * 1024;

    /// <summary>EPIPE, as .NET passes it on.</summary>
    private const int BrokenPipe = 32;

    public static bool IsClosed(IOException error) => error.HResult == BrokenPipe;

    public static StreamWriter Open()
    {
        // A FileStream on a file keeps a position of its own, so that the next program in a script would write over the answer; only pipes break.
        Stream stream = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        stream = stream.CanSeek ? Console.OpenStandardOutput() : stream;
        return new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Buffer) { NewLine = "\n" };
    }
}
