using Amazon.DynamoDBv2.Model;
using SesCompliance.Tests.EndToEnd.Samples;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>Writes rows so that those of different mails can be compared as a whole.</summary>
internal static class RowText
{
    /// <summary>Every attribute but the count of writes, which tells how often a row changed on its way.</summary>
    public static string Of(IReadOnlyDictionary<string, AttributeValue>? row, SampleMail mail) => row is null ? "(no row)" : string.Join(
            '\n',
            row.Where(attribute => attribute.Key != "version").OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => $"{attribute.Key} = {Value(attribute.Value)}"))
        .Replace(mail.SendId ?? "(none)", "<send>", StringComparison.Ordinal)
        .Replace(mail.MessageId, "<message>", StringComparison.Ordinal)
        .Replace(mail.To[0], "<to>", StringComparison.Ordinal);

    /// <summary>All that the system keeps about a mail and its first recipient.</summary>
    public static async Task<string> OfAllAsync(StackClient stack, SampleMail mail)
    {
        var suppressions = await stack.SuppressionsAsync(mail.To[0]);
        return string.Join(
            "\n\n",
            suppressions.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => Of(row.Value, mail)).Prepend(Of(await stack.LedgerRowAsync(mail.SendId!), mail)));
    }

    private static string Value(AttributeValue value) =>
        value.S ?? value.N ?? (value.SS is { Count: > 0 } texts ? $"[{string.Join(", ", texts.Order(StringComparer.Ordinal))}]" : "(another type)");
}
