using Amazon.Runtime;

namespace SesCompliance.Ops.Aws;

/// <summary>What one source said: a value, that there is none (both null), or why it could not be asked.</summary>
internal sealed record Answered<T>(T? Value, string? Trouble)
    where T : class;

internal static class Answered
{
    /// <summary>Asks, so that one source that fails does not keep the others' answers back.</summary>
    public static async Task<Answered<T>> ByAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return new(await ask(), null);
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            return new(null, AwsTrouble.Of(error));
        }
    }
}
