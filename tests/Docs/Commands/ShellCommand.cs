namespace SesCompliance.Tests.Docs.Commands;

/// <summary>One simple command of a shell text: a program and its arguments.</summary>
/// <param name="Line">Within the text, counted from 1.</param>
/// <param name="Words">Without quotes, assignments before the program and redirections; <see cref="Expansion"/> stands for what only the shell knows.</param>
internal sealed record ShellCommand(int Line, IReadOnlyList<string> Words)
{
    /// <summary>Stands for a variable, a substitution or arithmetic.</summary>
    public const char Expansion = '\uFFFC';

    /// <summary>Whether a sentence names the command, and so may leave out what it requires.</summary>
    public bool IsNamedOnly { get; init; }

    public string Program => Words[0];

    /// <summary>The arguments, with a text in place of each expansion.</summary>
    public string[] Arguments(string expanded) => [.. Words.Skip(1).Select(word => word.Replace(Expansion.ToString(), expanded, StringComparison.Ordinal))];

    public override string ToString() => string.Join(' ', Words);
}
