using System.Formats.Cbor;
using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch.Internal;

/// <summary>An error's body: <c>__type</c> (the shape, with its namespace before a #) and <c>message</c>. What a proxy answers may be no CBOR.</summary>
internal static class CborError
{
    public static ErrorResponse Read(CborContext context)
    {
        string type = null;
        string message = null;
        try
        {
            var reader = context.Reader();
            reader.Members(name =>
            {
                switch (name)
                {
                    case "__type":
                        type = reader.ReadTextString();
                        break;
                    case "message" or "Message":
                        message = reader.ReadTextString();
                        break;
                    default:
                        reader.SkipValue();
                        break;
                }
            });
        }
        catch (Exception failure) when (failure is CborContentException or InvalidOperationException)
        {
            message = "The service returned an error with HTTP Body: " + Encoding.UTF8.GetString(context.Body);
        }

        return new ErrorResponse
        {
            Code = type is null ? null : Shape(type),
            Message = message ?? "The service returned an error. See inner exception for details.",
            Type = context.ResponseData.StatusCode switch
            {
                HttpStatusCode.BadRequest => ErrorType.Sender,
                HttpStatusCode.InternalServerError => ErrorType.Receiver,
                _ => ErrorType.Unknown,
            },
            RequestId = context.ResponseData.GetHeaderValue("x-amzn-RequestId"),
        };
    }

    // namespace#Shape:address
    private static string Shape(string type) => type[(type.IndexOf('#', StringComparison.Ordinal) + 1)..].Split(':')[0].Trim();
}
