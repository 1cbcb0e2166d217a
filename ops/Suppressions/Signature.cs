using System.CommandLine;
using SesCompliance.Ops.Terminal;
using Spectre.Console;

namespace SesCompliance.Ops.Suppressions;

/// <summary>Who changes the list and why: it stays with the row, for whoever asks a year from now.</summary>
internal sealed class Signature(string question)
{
    /// <summary>Characters.</summary>
    private const int Longest = 500;

    public Option<string?> Why { get; } = new("--why") { Description = $"Why, in a sentence of at most {Longest} characters; kept with the row" };

    public Option<string?> By { get; } = new("--by") { Description = "Who decides; this machine's user if not given" };

    public void AddTo(Command command)
    {
        command.Add(Why);
        command.Add(By);
    }

    /// <exception cref="UsageException">--why is missing and nobody is there to be asked, or is too long.</exception>
    public (string Why, string By) Read(ParseResult parsed, Output output)
    {
        var why = parsed.GetValue(Why)?.Trim();
        if (string.IsNullOrEmpty(why) && Output.HasOperator)
        {
            why = output.Aside.Prompt(new TextPrompt<string>(question).Validate(text => !string.IsNullOrWhiteSpace(text))).Trim();
        }

        var by = parsed.GetValue(By) is { Length: > 0 } given ? given.Trim() : $"{Environment.UserName}@{Environment.MachineName}";
        return string.IsNullOrEmpty(why) ? throw new UsageException("--why is missing: it must say why, and stays with the row.")
            : (Checked(why, "--why"), Checked(by, "--by"));
    }

    private static string Checked(string text, string option) => text.Length <= Longest && !text.Any(char.IsControl)
        ? text
        : throw new UsageException($"{option} has {text.Length} characters: it must be one line of at most {Longest}.");
}
