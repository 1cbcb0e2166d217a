using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The key may not be used.</summary>
public class KMSAccessDeniedException : AmazonSimpleNotificationServiceException
{
    public KMSAccessDeniedException()
    {
    }

    public KMSAccessDeniedException(string message)
        : base(message)
    {
    }

    public KMSAccessDeniedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public KMSAccessDeniedException(Exception innerException)
        : base(innerException)
    {
    }

    public KMSAccessDeniedException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public KMSAccessDeniedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
