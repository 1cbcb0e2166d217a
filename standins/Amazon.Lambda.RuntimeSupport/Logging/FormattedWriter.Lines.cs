using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Every way to write a line to a console ends in one entry.</summary>
internal sealed partial class FormattedWriter
{
    public override void WriteLine(string value) => Write(ownLevel.ToString(), null, value);

    public override void WriteLine() => WriteLine("");

    public override void WriteLine(object value) => WriteLine(value?.ToString() ?? "");

    public override void WriteLine(char value) => WriteLine(value.ToString());

    public override void WriteLine(char[] buffer) => WriteLine(buffer is null ? "" : new string(buffer));

    public override void WriteLine(char[] buffer, int index, int count) => WriteLine(new string(buffer, index, count));

    public override void WriteLine(ReadOnlySpan<char> buffer) => WriteLine(new string(buffer));

    public override void WriteLine(StringBuilder value) => WriteLine(value?.ToString());

    public override void WriteLine(string format, object arg0) => WriteLine(string.Format(CultureInfo.CurrentCulture, format, arg0));

    public override void WriteLine(string format, object arg0, object arg1) =>
        WriteLine(string.Format(CultureInfo.CurrentCulture, format, arg0, arg1));

    public override void WriteLine(string format, object arg0, object arg1, object arg2) =>
        WriteLine(string.Format(CultureInfo.CurrentCulture, format, arg0, arg1, arg2));

    public override void WriteLine(string format, params object[] arg) => WriteLine(string.Format(CultureInfo.CurrentCulture, format, arg));

    public override void WriteLine(string format, params ReadOnlySpan<object> arg) =>
        WriteLine(string.Format(CultureInfo.CurrentCulture, format, arg));

    public override void WriteLine(bool value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(int value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(uint value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(long value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(ulong value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(float value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(double value) => WriteLine(value.ToString(FormatProvider));

    public override void WriteLine(decimal value) => WriteLine(value.ToString(FormatProvider));

    public override Task WriteLineAsync() => LineAsync("");

    public override Task WriteLineAsync(string value) => LineAsync(value);

    public override Task WriteLineAsync(char value) => LineAsync(value.ToString());

    public override Task WriteLineAsync(char[] buffer, int index, int count) => LineAsync(new string(buffer, index, count));

    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
        LineAsync(new string(buffer.Span));

    public override Task WriteLineAsync(StringBuilder value, CancellationToken cancellationToken = default) => LineAsync(value?.ToString());

    private Task LineAsync(string value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }
}
