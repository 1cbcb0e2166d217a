namespace SesCompliance.Tests.EndToEnd.Alarms;

/// <summary>A storm for each alarm on SES's reputation. Each needs a stack that has sent nothing yet.</summary>
internal static class ReputationStorms
{
    /// <summary>An alarm's period: mail in the next one is judged apart.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(6);

    public static IReadOnlyDictionary<string, Storm> All { get; } = new Dictionary<string, Storm>
    {
        ["ses-bounce-rate-warning"] = Reputation("bounce", bad: 3, all: 100),
        ["ses-high-bounce-rate-CRITICAL"] = Reputation("bounce", bad: 5, all: 100),
        ["ses-complaint-rate-warning"] = Reputation("complaint", bad: 1, all: 2_000),
        ["ses-high-complaint-rate-CRITICAL"] = Reputation("complaint", bad: 2, all: 2_000),
    };

    /// <param name="bad">Of all, as many as are exactly at the threshold.</param>
    private static Storm Reputation(string mailbox, int bad, int all) => new()
    {
        Below = async stack =>
        {
            await stack.StormAsync("reader", all - bad);
            await stack.StormAsync(mailbox, bad);
        },
        Above = async stack =>
        {
            await stack.PassAsync(Period);
            await stack.StormAsync(mailbox, 1);
        },
        Over = async stack =>
        {
            await stack.PassAsync(Period);
            await stack.StormAsync("reader", all);
        },
    };
}
