using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>Too many requests, or the sending rate or the daily quota is exceeded.</summary>
public class TooManyRequestsException : AmazonSimpleEmailServiceV2Exception
{
    public TooManyRequestsException()
    {
    }

    public TooManyRequestsException(string message)
        : base(message)
    {
    }

    public TooManyRequestsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public TooManyRequestsException(Exception innerException)
        : base(innerException)
    {
    }

    public TooManyRequestsException(
        string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    public TooManyRequestsException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
