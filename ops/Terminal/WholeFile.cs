using System.Text;

namespace SesCompliance.Ops.Terminal;

/// <summary>A file that is there whole or not at all: written next to its place under another name, and moved there at the end. Only its owner can read it.</summary>
internal sealed class WholeFile : IAsyncDisposable
{
    private readonly string path;
    private readonly string draft;
    private readonly StreamWriter writer;
    private bool isComplete;

    /// <exception cref="UsageException">The file can't be written there.</exception>
    public WholeFile(string path, string option)
    {
        this.path = Path.GetFullPath(path);
        draft = $"{this.path}.{Environment.ProcessId}.part";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            writer = new StreamWriter(draft, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options) { NewLine = "\n" };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} is '{path}': it must be a file that can be written ({error.Message}).");
        }
    }

    public TextWriter Writer => writer;

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await writer.FlushAsync(cancellationToken);
        ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
        await writer.DisposeAsync();
        File.Move(draft, path, overwrite: true);
        isComplete = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!isComplete)
        {
            await writer.DisposeAsync();
            File.Delete(draft);
        }
    }
}
