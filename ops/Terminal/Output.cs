using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace SesCompliance.Ops.Terminal;

/// <summary>
/// Where a command says what it found: standard output has the answer and nothing else, for people or as JSON; standard error has progress, questions and what went wrong.
/// </summary>
internal sealed class Output(bool json)
{
    /// <summary>Columns; a file or a pipe gets each row on one line.</summary>
    private const int RedirectedWidth = 250;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly IAnsiConsole people = On(Console.Out, Console.IsOutputRedirected);

    public bool IsJson { get; } = json;

    /// <summary>Progress and questions.</summary>
    public IAnsiConsole Aside { get; } = On(Console.Error, Console.IsErrorRedirected);

    /// <summary>Whether somebody can be asked.</summary>
    public static bool HasOperator => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Writes a command's answer.</summary>
    /// <param name="view">The answer as people read it.</param>
    public void Write<T>(T answer, Action<IAnsiConsole> view)
    {
        if (IsJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(answer, Json));
        }
        else
        {
            view(people);
        }
    }

    /// <summary>Says in one line what stopped the command.</summary>
    public int Fail(string message, ExitCode code)
    {
        if (IsJson)
        {
            Console.Error.WriteLine(JsonSerializer.Serialize(new { error = message, exitCode = (int)code }, Json));
        }
        else
        {
            Console.Error.WriteLine($"ses-ops: {message}");
        }

        return (int)code;
    }

    private static IAnsiConsole On(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
