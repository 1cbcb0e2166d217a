using Spectre.Console;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.VerifyDns;

/// <summary>Looks again and again until nothing fails, and says what changed.</summary>
/// <param name="aside">Progress goes here, so that standard output has the last report alone.</param>
internal sealed class Watch(Func<Task<CheckReport>> look, TimeSpan pause, TimeProvider clock, IAnsiConsole aside)
{
    /// <summary>Nothing fails, and nothing is left that another look could tell.</summary>
    public static bool IsOver(CheckReport report) => report.Checks.All(check => check.Verdict is Verdict.Pass or Verdict.Warn || check is { Verdict: Verdict.CouldNotAsk, IsSettled: true });

    public async Task<CheckReport> RunAsync(CancellationToken cancellationToken)
    {
        var report = await look();
        aside.WriteLine($"{Time()} {report.Subject}: {report.Failed} failed, {report.CouldNotAsk} could not be asked, {report.Warnings} warnings, {report.Passed} passed");
        Say([.. report.Checks.Where(check => check.Verdict is not Verdict.Pass).Select(check => ((Check?)null, (Check?)check))]);
        while (!IsOver(report))
        {
            await Task.Delay(pause, clock, cancellationToken);
            var next = await look();
            Say(Changes(report, next));
            report = next;
        }

        return report;
    }

    private static IReadOnlyList<(Check? Before, Check? After)> Changes(CheckReport before, CheckReport after)
    {
        // A name may be there more than once (SPF of two domains), so the group tells them apart.
        var old = before.Checks.ToLookup(check => (check.Group, check.Name));
        var now = after.Checks.ToLookup(check => (check.Group, check.Name));
        return
        [
            .. after.Checks.Select(check => (Before: old[(check.Group, check.Name)].FirstOrDefault(), After: (Check?)check)).Where(pair => pair.Before?.Verdict != pair.After!.Verdict || pair.Before.Found != pair.After.Found),
            .. before.Checks.Where(check => !now.Contains((check.Group, check.Name))).Select(check => ((Check?)check, (Check?)null)),
        ];
    }

    private void Say(IReadOnlyList<(Check? Before, Check? After)> changes)
    {
        foreach (var (before, after) in changes)
        {
            var check = (after ?? before)!;
            aside.WriteLine($"{Time()} {check.Group}: {check.Name}: {(before is null ? "" : $"{Word(before.Verdict)} → ")}{(after is null ? "no longer looked at" : $"{Word(after.Verdict)}, {after.Found}")}");
        }
    }

    private static string Word(Verdict verdict) => verdict == Verdict.CouldNotAsk ? "could not ask" : verdict.ToString().ToLowerInvariant();

    private string Time() => clock.GetLocalNow().ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
