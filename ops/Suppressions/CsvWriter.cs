using System.Globalization;
using System.Text.Json;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Suppressions;

/// <summary>
/// Rows as CSV (RFC 4180). What others wrote, address and diagnostic, must not become a formula where a spreadsheet opens the file: a field that begins like one gets
/// an apostrophe in front. JSON has every field exactly.
/// </summary>
internal sealed class CsvWriter : IAnswerWriter<RowJson>
{
    private const string Header =
        "email,reason,active,firstSeen,lastSeen,count,bounceType,bounceSubType,diagnostic,messageId,feedbackId,source,addedWhy,removedAt,removedBy,removedWhy,history";

    private static readonly JsonSerializerOptions OneLine = new(Output.Json) { WriteIndented = false };

    private readonly TextWriter to;

    public CsvWriter(TextWriter to)
    {
        this.to = to;
        to.Write(Header + "\r\n");
    }

    public void Write(RowJson row)
    {
        string?[] fields =
        [
            row.Email, row.Reason, row.Active ? "true" : "false", row.FirstSeen, row.LastSeen, row.Count.ToString(CultureInfo.InvariantCulture), row.BounceType, row.BounceSubType,
            row.Diagnostic, row.MessageId, row.FeedbackId, row.Source, row.AddedWhy, row.RemovedAt, row.RemovedBy, row.RemovedWhy,
            row.History is { } acts ? JsonSerializer.Serialize(acts, OneLine) : null,
        ];
        to.Write(string.Join(',', fields.Select(Field)) + "\r\n");
    }

    public void Complete()
    {
    }

    private static string Field(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "";
        }

        var text = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
