using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Suppressions;

/// <summary>Rows on standard output, as a table or as a JSON array, while they are read.</summary>
internal static class RowAnswer
{
    /// <returns>How many rows there were.</returns>
    public static async Task<long> WriteAsync(Session session, IAsyncEnumerable<Suppression> rows)
    {
        await using var to = AnswerStream.Open();
        return session.Output.IsJson
            ? await WriteAsync(new JsonArrayWriter<RowJson>(to), rows.Select(RowJson.Of))
            : await WriteAsync(new RowTable(to), rows);
    }

    private static async Task<long> WriteAsync<T>(IAnswerWriter<T> answer, IAsyncEnumerable<T> rows)
    {
        var count = 0L;
        await foreach (var row in rows)
        {
            answer.Write(row);
            count++;
        }

        answer.Complete();
        return count;
    }
}
