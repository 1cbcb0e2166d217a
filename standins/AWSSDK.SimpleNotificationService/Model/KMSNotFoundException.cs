using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>The key does not exist.</summary>
public class KMSNotFoundException : AmazonSimpleNotificationServiceException
{
    public KMSNotFoundException()
    {
    }

    public KMSNotFoundException(string message)
        : base(message)
    {
    }

    public KMSNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public KMSNotFoundException(Exception innerException)
        : base(innerException)
    {
    }

    public KMSNotFoundException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public KMSNotFoundException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
