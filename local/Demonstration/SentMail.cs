using System.Text.Json.Nodes;

namespace SesCompliance.Local.Demonstration;

/// <summary>What became of a demonstration mail.</summary>
/// <param name="Ended">The outcome, or the error of a failed execution.</param>
/// <param name="Why">The outcome's reason or the error's message; may be empty.</param>
internal sealed record SentMail(DemonstrationMail Mail, string Ended, string Why, TimeSpan Took, IReadOnlyList<PathStep> Path)
{
    public bool AsExpected => Ended == Mail.Expected && (Mail.Through is null || Path.Any(step => step.State == Mail.Through));

    /// <summary>The message in a failed function's error (<c>{"errorType", "errorMessage"}</c>), or the cause as it is.</summary>
    public static string Message(string cause)
    {
        try
        {
            return JsonNode.Parse(cause)?["errorMessage"]?.GetValue<string>() ?? cause;
        }
        catch (System.Text.Json.JsonException)
        {
            return cause;
        }
    }
}
