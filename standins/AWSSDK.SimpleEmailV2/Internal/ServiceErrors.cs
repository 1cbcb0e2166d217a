using Amazon.SimpleEmailV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>The exception class of each error.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException ToException(ErrorResponse error) => error.Code switch
    {
        "AccountSuspendedException" => new AccountSuspendedException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "BadRequestException" => new BadRequestException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "InvalidNextTokenException" => new InvalidNextTokenException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "LimitExceededException" => new LimitExceededException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "MailFromDomainNotVerifiedException" => new MailFromDomainNotVerifiedException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "MessageRejected" => new MessageRejectedException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "NotFoundException" => new NotFoundException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "SendingPausedException" => new SendingPausedException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "TooManyRequestsException" => new TooManyRequestsException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        _ => new AmazonSimpleEmailServiceV2Exception(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
    };
}
