using System.Buffers;
using System.Text;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>
/// Finds the simple commands in a shell text, those in substitutions included, as far as the pages use the shell: quotes, expansions, lists, pipes, loops, groups,
/// redirections and here documents. Whether the text is right is for <c>bash -n</c> to say.
/// </summary>
internal sealed class ShellReader
{
    private static readonly SearchValues<char> VariableName = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+");

    private static readonly string[] Keywords = ["while", "until", "if", "then", "elif", "else", "do", "!", "{", "}", "time"];
    private static readonly string[] NotCommands = ["done", "fi", "esac", "for", "case", "[[", "select", "function"];

    private readonly string text;
    private readonly List<ShellCommand> commands = [];
    private readonly Queue<string> hereDocuments = [];
    private int at;

    private ShellReader(string text) => this.text = text;

    public static IReadOnlyList<ShellCommand> Commands(string text)
    {
        var reader = new ShellReader(text);
        while (reader.at < text.Length)
        {
            reader.Read();
        }

        return [.. reader.commands.OrderBy(command => command.Line)];
    }

    /// <summary>Reads on to the end of the text or of the parenthesis that the caller opened.</summary>
    private void Read()
    {
        List<string> words = [];
        StringBuilder? word = null;
        var target = false;
        var line = Line();
        while (at < text.Length)
        {
            var next = text[at++];
            switch (next)
            {
                case ' ' or '\t':
                    EndWord();
                    break;
                case '\\':
                    Escaped(ref word);
                    break;
                case '#' when word is null:
                    at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
                    break;
                case '\n' or ';' or '&' or '|':
                    EndCommand();
                    SkipHereDocuments(next);
                    break;
                case '(':
                    EndCommand();
                    Read();
                    break;
                case ')':
                    EndCommand();
                    return;
                case '<' or '>':
                    word = word is not null && word.ToString().All(char.IsAsciiDigit) ? null : word;
                    EndWord();
                    target = Redirection(next);
                    break;
                case '\'':
                    (word ??= new()).Append(Until('\''));
                    break;
                case '"':
                    Quoted(word ??= new());
                    break;
                case '$':
                    Expand(word ??= new());
                    break;
                default:
                    (word ??= new()).Append(next);
                    break;
            }
        }

        EndCommand();

        void EndWord()
        {
            if (word is null)
            {
                return;
            }

            line = words.Count == 0 ? Line() : line;
            if (!target)
            {
                words.Add(word.ToString());
            }

            (word, target) = (null, false);
        }

        void EndCommand()
        {
            EndWord();
            var command = words.SkipWhile(each => Keywords.Contains(each) || IsAssignment(each)).ToList();
            if (command.Count > 0 && !NotCommands.Contains(command[0]))
            {
                commands.Add(new ShellCommand(line, command));
            }

            words = [];
        }
    }

    private void Escaped(ref StringBuilder? word)
    {
        var next = at < text.Length ? text[at++] : '\\';
        if (next != '\n')
        {
            (word ??= new()).Append(next);
        }
    }

    private void Quoted(StringBuilder word)
    {
        while (at < text.Length && text[at++] is var next and not '"')
        {
            if (next == '\\')
            {
                word.Append(text[at++]);
            }
            else if (next == '$')
            {
                Expand(word);
            }
            else
            {
                word.Append(next);
            }
        }
    }

    private void Expand(StringBuilder word)
    {
        if (text.AsSpan(at).StartsWith("(("))
        {
            at = text.IndexOf("))", at, StringComparison.Ordinal) + 2;
        }
        else if (text.AsSpan(at).StartsWith("("))
        {
            at++;
            Read();
        }
        else if (text.AsSpan(at).StartsWith("{"))
        {
            Until('}');
        }
        else
        {
            at += at < text.Length && !(char.IsLetter(text[at]) || text[at] == '_') ? 1 : 0;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }
        }

        word.Append(ShellCommand.Expansion);
    }

    /// <returns>Whether the next word is the redirection's.</returns>
    private bool Redirection(char first)
    {
        if (first == '<' && text.AsSpan(at).StartsWith("<<"))
        {
            at += 2;
            return true;
        }

        if (first == '<' && text.AsSpan(at).StartsWith("<"))
        {
            at++;
            var end = text.IndexOfAny([' ', '\n', ';', '|'], at);
            hereDocuments.Enqueue(text[at..(end < 0 ? text.Length : end)].Trim('-', '\'', '"'));
            at = end < 0 ? text.Length : end;
            return false;
        }

        if (at < text.Length && text[at] == '(')
        {
            at++;
            Read();
            return false;
        }

        at += text.AsSpan(at).StartsWith("&") || text.AsSpan(at).StartsWith(">") || text.AsSpan(at).StartsWith("|") ? 1 : 0;
        return true;
    }

    private void SkipHereDocuments(char separator)
    {
        while (separator == '\n' && hereDocuments.TryDequeue(out var delimiter))
        {
            var end = text.IndexOf($"\n{delimiter}", at - 1, StringComparison.Ordinal);
            at = end < 0 ? text.Length : end + 1 + delimiter.Length;
        }
    }

    private string Until(char end)
    {
        var from = at;
        var to = text.IndexOf(end, at);
        at = to < 0 ? text.Length : to + 1;
        return text[from..(to < 0 ? text.Length : to)];
    }

    private int Line() => text.AsSpan(0, Math.Min(at, text.Length)).Count('\n') + (at > 0 && at <= text.Length && text[at - 1] == '\n' ? 0 : 1);

    private static bool IsAssignment(string word) =>
        word.IndexOf('=') is > 0 and var equals && !word.AsSpan(0, equals).ContainsAnyExcept(VariableName);
}
