using System.Text;

namespace SesCompliance.Local.Wire;

/// <summary>One page of a listing. The token names the last key given out, so that additions and removals between pages neither repeat nor skip an item.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);

public static class Page
{
    /// <param name="size">The largest number of items on the page.</param>
    /// <param name="tokenError">The error code that the service answers to a token that it did not give out.</param>
    /// <exception cref="AwsException">The token is none of ours.</exception>
    public static Page<T> Of<T>(IEnumerable<T> items, Func<T, string> key, string? token, int size, string tokenError)
    {
        var after = token is null ? null : Decode(token, tokenError);
        var rest = items.OrderBy(key, StringComparer.Ordinal)
            .SkipWhile(item => after is not null && string.CompareOrdinal(key(item), after) <= 0)
            .Take(size + 1)
            .ToList();
        return rest.Count <= size
            ? new Page<T>(rest, null)
            : new Page<T>(rest[..size], Convert.ToBase64String(Encoding.UTF8.GetBytes(key(rest[size - 1]))));
    }

    private static string Decode(string token, string tokenError)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes.AsSpan(0, length))
            : throw new AwsException(tokenError, "The specified token is invalid.");
    }
}
