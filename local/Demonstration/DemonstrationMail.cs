using System.Text.Json.Nodes;

namespace SesCompliance.Local.Demonstration;

/// <summary>One mail of the demonstration.</summary>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="SendId">The execution's name.</param>
/// <param name="Expected">The outcome, or the error of a failed execution, that it must end with.</param>
internal sealed record DemonstrationMail(string Title, string SendId, JsonObject Request, string Expected)
{
    /// <summary>A state that it must pass through.</summary>
    public string? Through { get; init; }

    /// <summary>Whether the suppression table fails while it is sent.</summary>
    public bool SuppressionTableFails { get; init; }

    public string To => Request["to"]!.GetValue<string>();

    /// <summary>The demonstration, in order: the addresses are SES's own mailbox simulator, so the same requests work on AWS.</summary>
    /// <param name="run">Tells one run's send ids from another's.</param>
    public static IReadOnlyList<DemonstrationMail> All(string run) =>
    [
        new("a mail that arrives", $"{run}-1-delivered", Mail("success@simulator.amazonses.com"), "Delivered"),
        new("a mail to an address that does not exist", $"{run}-2-bounced", Mail("bounce@simulator.amazonses.com"), "Bounced"),
        new("a second mail to it", $"{run}-2-suppressed", Mail("bounce@simulator.amazonses.com"), "Suppressed"),
        new("a mail that is reported as spam", $"{run}-3-complained", Mail("complaint@simulator.amazonses.com"), "Complained"),
        new("a request with two recipients", $"{run}-4-invalid", Mail("one@example.com, two@example.com"), "InvalidRequest"),
        new("a mail while the suppression table fails", $"{run}-5-fail-open", Mail("success+failopen@simulator.amazonses.com"), "Delivered")
        {
            Through = "CountCheckFailure",
            SuppressionTableFails = true,
        },
    ];

    private static JsonObject Mail(string to) => new()
    {
        ["to"] = to,
        ["subject"] = "Your verification code",
        ["text"] = "Your code is 493 021.",
    };
}
