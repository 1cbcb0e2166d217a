using SesCompliance.Lambdas.Errors;

namespace SesCompliance.Lambdas.Requests;

/// <summary>Collects what is wrong with a request, so that its author learns all of it at once.</summary>
/// <remarks>
/// The message ends in the execution history and the log, so it names keys and rules and never repeats a value. A key is repeated
/// only if it looks like one: <c>{"user@example.com": ...}</c> is a value in the wrong place.
/// </remarks>
internal sealed class Mistakes
{
    // Step Functions keeps 32,768 characters of an error's cause, and nobody reads more than a few mistakes.
    private const int Listed = 20;

    private readonly List<string> messages = [];

    public void Add(string key, string problem) => messages.Add($"{key} {problem}");

    public bool None => messages.Count == 0;

    public InvalidRequest ToError() => new(string.Join("; ", messages.Take(Listed))
        + (messages.Count > Listed ? $"; and {messages.Count - Listed} more" : ""));

    public static string Name(string key) =>
        RequestLimits.IsPlainName(key, 40) ? $"'{key}'" : $"a key of {key.Length} characters";
}
