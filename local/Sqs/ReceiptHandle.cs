using System.Text;

namespace SesCompliance.Local.Sqs;

/// <summary>Names one receive of one message, opaque to the client.</summary>
internal static class ReceiptHandle
{
    public static string For(string queue, QueueMessage message) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{queue} {message.Id} {message.ReceiveCount}"));

    /// <exception cref="Wire.AwsException"><c>ReceiptHandleIsInvalid</c>: it is none of this queue's.</exception>
    public static (string MessageId, int Receive) Parse(string queue, string handle)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(handle)).Split(' ') is [var name, var id, var receive] && name == queue && int.TryParse(receive, out var count)
                ? (id, count)
                : throw SqsErrors.InvalidReceiptHandle(handle);
        }
        catch (FormatException)
        {
            throw SqsErrors.InvalidReceiptHandle(handle);
        }
    }
}
