using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>Makes the checks of one heading.</summary>
internal sealed record CheckGroup(string Name)
{
    public static CheckGroup Account { get; } = new("Account");

    public static CheckGroup Domain { get; } = new("Domain");

    public static CheckGroup Sending { get; } = new("Sending");

    public static CheckGroup Feedback { get; } = new("Feedback");

    public static CheckGroup Alarms { get; } = new("Alarms");

    public Check Pass(string name, string found) => new(Name, name, Verdict.Pass, found);

    public Check Warn(string name, string found, string why, params string[] toDo) => new(Name, name, Verdict.Warn, found) { Why = why, ToDo = toDo };

    public Check Fail(string name, string found, string why, params string[] toDo) => new(Name, name, Verdict.Fail, found) { Why = why, ToDo = toDo };

    public Check CouldNotAsk(string name, string trouble) => new(Name, name, Verdict.CouldNotAsk, trouble);
}
