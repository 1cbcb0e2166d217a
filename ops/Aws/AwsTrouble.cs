using Amazon.Runtime;

namespace SesCompliance.Ops.Aws;

/// <summary>Why AWS gave no answer, in one line.</summary>
internal static class AwsTrouble
{
    public static string Of(Exception error) => error switch
    {
        AmazonServiceException { ErrorCode: { Length: > 0 } code } refused => $"AWS refused: {code}: {OneLine(refused.Message)}",
        AmazonServiceException unreachable => $"AWS could not be reached: {OneLine((unreachable.InnerException ?? unreachable).Message)}",
        HttpRequestException unreachable => $"AWS could not be reached: {OneLine(unreachable.Message)}",
        _ => OneLine(error.Message),
    };

    /// <summary>SDK messages span lines where they list what they tried.</summary>
    private static string OneLine(string message) => string.Join(' ', message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
