using System.Net;
using Amazon.Runtime;
using SesCompliance.Lambdas.Clients;

namespace SesCompliance.Lambdas;

/// <summary>
/// Reads from what a call of SES threw whether SES took the mail. Only what proves that it did not counts as such; everything else
/// is unknown.
/// https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html#API_SendEmail_Errors
/// </summary>
public static class SesAnswers
{
    // https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html: the two have one error code.
    private const string RateExceeded = "Maximum sending rate exceeded";

    private static readonly HashSet<string> ThrottlingCodes = new(StringComparer.Ordinal)
    {
        "TooManyRequestsException", "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
    };

    public static DeliveryAnswer Judge(Exception error) => error switch
    {
        RequestNotSentException => new DeliveryAnswer.Unreached(error.Message),
        AmazonServiceException answer when IsDailyQuota(answer) => new DeliveryAnswer.Refused(Describe(answer)),
        AmazonServiceException answer when IsThrottling(answer) => new DeliveryAnswer.Throttled(Describe(answer)),
        AmazonServiceException answer when IsRefusal(answer) => new DeliveryAnswer.Refused(Describe(answer)),
        AmazonServiceException answer => new DeliveryAnswer.Unknown(Describe(answer)),
        OperationCanceledException => new DeliveryAnswer.Unknown("SES did not answer in time"),
        _ => new DeliveryAnswer.Unknown($"{error.GetType().Name}: {error.GetBaseException().Message}"),
    };

    // It comes as a throttling error or as LimitExceeded, and lasts for hours: nothing that a quick retry could wait out.
    private static bool IsDailyQuota(AmazonServiceException answer) =>
        IsClientError(answer) && answer.Message.Contains("Daily message quota exceeded", StringComparison.OrdinalIgnoreCase);

    private static bool IsThrottling(AmazonServiceException answer) =>
        answer.StatusCode == HttpStatusCode.TooManyRequests
        || (IsClientError(answer)
            && (ThrottlingCodes.Contains(answer.ErrorCode ?? "") || answer.Message.Contains(RateExceeded, StringComparison.OrdinalIgnoreCase)));

    // A 408 is said of a request that came in part, by whoever stands in front of SES: it proves nothing about SES.
    private static bool IsRefusal(AmazonServiceException answer) => IsClientError(answer) && answer.StatusCode != HttpStatusCode.RequestTimeout;

    private static bool IsClientError(AmazonServiceException answer) => (int)answer.StatusCode is >= 400 and <= 499;

    private static string Describe(AmazonServiceException answer) =>
        $"{(string.IsNullOrEmpty(answer.ErrorCode) ? $"HTTP {(int)answer.StatusCode}" : answer.ErrorCode)}: {answer.Message}";
}
