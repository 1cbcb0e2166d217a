using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>The limits of paged operations.</summary>
internal static class Page
{
    public const int MaxTokenOfMachines = 1024;

    public const int MaxTokenOfExecutions = 3096;

    public const int DefaultSize = 100;

    public const int MaxSize = 1000;
}

/// <summary>One page of a list, and the token of the next.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    /// <param name="maxToken">How long a token may be.</param>
    public static Page<T> Of(IReadOnlyList<T> all, JsonObject input, int maxToken)
    {
        var size = input.Integer("maxResults") ?? Page.DefaultSize;
        if (size > Page.MaxSize)
        {
            throw Invalid(size.ToString(CultureInfo.InvariantCulture), "maxResults", $"Member must have value less than or equal to {Page.MaxSize}");
        }

        if (size < 0)
        {
            throw Invalid(size.ToString(CultureInfo.InvariantCulture), "maxResults", "Member must have value greater than or equal to 0");
        }

        var token = input.Text("nextToken");
        if (token?.Length > maxToken)
        {
            throw Invalid(token, "nextToken", $"Member must have length less than or equal to {maxToken}");
        }

        var start = token is null ? 0 : Start(token);
        var items = all.Skip(start).Take(size == 0 ? Page.DefaultSize : size).ToList();
        return new Page<T>(items, start + items.Count < all.Count ? Token(start + items.Count) : null);
    }

    public JsonObject Output(string member, Func<T, JsonObject> item)
    {
        var output = new JsonObject { [member] = new JsonArray([.. Items.Select(item)]) };
        if (NextToken is not null)
        {
            output["nextToken"] = NextToken;
        }

        return output;
    }

    private static AwsException Invalid(string value, string member, string constraint) =>
        new("ValidationException", $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {constraint}");

    private static string Token(int start) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"from:{start.ToString(CultureInfo.InvariantCulture)}"));

    private static int Start(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.ASCII.GetString(bytes, 0, length).Split(':') is ["from", var start]
            && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new AwsException("InvalidToken", "Invalid Token: 'Invalid token'");
    }
}
