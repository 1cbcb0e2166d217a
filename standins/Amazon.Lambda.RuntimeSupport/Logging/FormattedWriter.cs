using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A console stream whose lines are log entries; what is written without a line end passes as it is.</summary>
internal sealed partial class FormattedWriter(TextWriter inner, LogSettings settings, LogLevel ownLevel) : TextWriter
{
    private readonly Lock _writing = new();

    public InvocationHeaders Invocation { get; set; }

    public override Encoding Encoding => inner.Encoding;

    public void Write(string level, Exception exception, string message, params object[] args)
    {
        // A level of no known name is written always, and as the lowest one.
        var known = Enum.TryParse<LogLevel>(level, true, out var parsed);
        if (known && parsed < settings.Minimum)
        {
            return;
        }

        lock (_writing)
        {
            var entry = new LogEntry(TimeProvider.System.GetUtcNow(), parsed, exception, message ?? "", args, Invocation);
            inner.WriteLine(settings.Format.Render(entry));
        }
    }

    public override void Write(char value) => inner.Write(value);

    public override void Write(string value) => inner.Write(value);

    public override void Write(char[] buffer, int index, int count) => inner.Write(buffer, index, count);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync() => inner.FlushAsync();
}
