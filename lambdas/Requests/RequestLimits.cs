namespace SesCompliance.Lambdas.Requests;

/// <summary>The sizes and alphabets of a request, each with where it comes from.</summary>
public static class RequestLimits
{
    /// <summary>What Step Functions takes for an execution's input; more can't come through the flow.</summary>
    public const int RequestOctets = 256 * 1024;

    /// <summary>RFC 5322 2.1.1 limits a line to 998 characters.</summary>
    public const int SubjectCharacters = 998;

    /// <summary>System.Text.Json's own default is 64; a request needs 3 and a template's data rarely more.</summary>
    public const int Depth = 32;

    /// <summary>SES takes 50 tags on a message, one of which is send-id.</summary>
    public const int Tags = 49;

    /// <summary>SES: a tag's name and its value.</summary>
    public const int TagCharacters = 256;

    /// <summary>SES: the name of an email template.</summary>
    public const int TemplateNameCharacters = 64;

    /// <summary>Step Functions: an execution's name.</summary>
    public const int SendIdCharacters = 80;

    /// <summary>The tag by which feedback finds the mail that it is about.</summary>
    public const string SendIdTag = "send-id";

    /// <summary>The alphabet that SES allows in tags, and Step Functions without reserve in execution names.</summary>
    public static bool IsPlainName(string text, int maxCharacters) =>
        text.Length > 0 && text.Length <= maxCharacters && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
