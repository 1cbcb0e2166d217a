using System.Text;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sns;

/// <summary>What SNS demands of a message. Source: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html</summary>
public static class PublishInput
{
    /// <summary>256 KiB.</summary>
    private const int MaximumBytes = 262_144;

    private const int MaximumSubject = 100;

    public static void Check(string message, string? subject)
    {
        if (message.Length == 0)
        {
            throw Invalid("Empty message");
        }

        if (Encoding.UTF8.GetByteCount(message) > MaximumBytes)
        {
            throw Invalid("Message too long");
        }

        if (subject is not null && (subject.Length is 0 or > MaximumSubject || !subject.All(symbol => symbol is >= ' ' and < '\x7F') || subject[0] == ' '))
        {
            throw Invalid("Subject");
        }
    }

    private static AwsException Invalid(string what) => new("InvalidParameter", $"Invalid parameter: {what}");
}
