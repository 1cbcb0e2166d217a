namespace SesCompliance.Tests.Ops.Permissions;

/// <summary>A command as an operator gives it, with whatever makes it call all that it ever calls.</summary>
/// <param name="ExitCode">Of whoever is allowed everything; null where it hangs on more than AWS: DNS may be late on a busy machine.</param>
public sealed record OperatorCommand(string Name, int? ExitCode, params string[] Arguments)
{
    public const string Domain = "mail.example.com";
    public const string SendId = "a-mail";
    public const string Suppressed = "suppressed@example.org";
    public const string OnlyInSes = "only-in-ses@example.org";

    /// <summary>What the answer has in it.</summary>
    public string Says { get; init; } = "";

    /// <summary>Change nothing.</summary>
    public static IReadOnlyList<OperatorCommand> Reading { get; } =
    [
        new("verify-dns", null, "verify-dns", Domain, "--nameserver", "NAMESERVER") { Says = "pass SES identity" },
        new("doctor", 1, "doctor", "--domain", Domain),
        new("list", 0, "suppressions", "list", "--all"),
        new("show", 0, "suppressions", "show", Suppressed),
        new("stats", 0, "suppressions", "stats"),
        new("export", 0, "suppressions", "export", "--all"),
        new("reconcile", 1, "suppressions", "reconcile"),
        new("what remove would do", 0, "suppressions", "remove", "--domain", "example.org", "--why", "their outage"),
        new("what purge would do", 0, "suppressions", "purge", "--domain", "example.org"),
        new("sends show", 0, "sends", "show", SendId),
        new("feedback show", 1, "feedback", "show"),
        new("what redrive would do", 0, "feedback", "redrive", "--dry-run"),
    ];

    /// <summary>Change something, each something else.</summary>
    public static IReadOnlyList<OperatorCommand> Changing { get; } =
    [
        new("add", 0, "suppressions", "add", "added@example.net", "--why", "by letter"),
        new("remove", 0, "suppressions", "remove", "removed@example.net", "--why", "typo"),
        new("purge", 0, "suppressions", "purge", "purged@example.net", "--yes"),
        new("fix", 1, "suppressions", "reconcile", "--fix", "--yes"),
        new("redrive", 0, "feedback", "redrive"),
        new("simulate", 0, "simulate", "success", "--timeout", "100"),
    ];

    public override string ToString() => Name;
}
