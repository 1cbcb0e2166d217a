using SesCompliance.Lambdas.Ledger;

namespace SesCompliance.Ops.Simulate;

/// <summary>A mailbox of SES's simulator, and what mail to it must lead to. Source: https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html</summary>
/// <param name="Outcomes">What the execution may end with, the usual one first: where SES reports twice, either report may come first.</param>
/// <param name="Suppression">The suppression list's reason; null where the address must stay off the list.</param>
/// <param name="SecondMail">Whether the address is mailed once more, to see the list stop it.</param>
internal sealed record Scenario(string Name, string Mailbox, IReadOnlyList<string> Outcomes, Fate Fate, string? Suppression, bool SecondMail = false)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("bounce", "bounce", ["Bounced"], Fate.Bounced, "BOUNCE"),
        new("complaint", "complaint", ["Complained", "Delivered"], Fate.Complained, "COMPLAINT"),
        new("success", "success", ["Delivered"], Fate.Delivered, null),
        new("ooto", "ooto", ["Delivered", "Bounced"], Fate.Delivered, null),
        new("suppressed", "suppressionlist", ["Bounced"], Fate.Bounced, "BOUNCE", SecondMail: true),
    ];

    /// <param name="label">Makes the address one that no other run mails: it may end on the suppression list.</param>
    public string Address(string label) => $"{Mailbox}+{label}@simulator.amazonses.com";
}
