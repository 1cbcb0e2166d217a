using SesCompliance.Ops.Checks;

namespace SesCompliance.Tests.Ops.VerifyDns;

internal static class Expect
{
    /// <summary>Exactly these checks did not pass, each as <c>Group/Name verdict</c>; so whatever else is said would be a false alarm.</summary>
    public static void Only(CheckReport report, params string[] expected)
    {
        var alarms = report.Checks.Where(check => check.Verdict != Verdict.Pass).Select(check => $"{check.Group}/{check.Name} {check.Verdict}").ToList();
        Assert.True(
            expected.Order().SequenceEqual(alarms.Order()),
            $"expected {string.Join(", ", expected)}; there is:\n{string.Join('\n', report.Checks.Where(check => check.Verdict != Verdict.Pass).Select(check => $"{check.Group}/{check.Name} {check.Verdict}: {check.Found} | {check.Why} | {string.Join(" ", check.ToDo ?? [])} | {Records(check)}"))}");
    }

    public static Check Check(CheckReport report, string group, string name) => Assert.Single(report.Checks, check => check.Group == group && check.Name == name);

    public static string Records(Check check) => string.Join("; ", (check.Records ?? []).Select(record => $"{record.Type} {record.Name} {record.Value}"));

    /// <summary>Everything that the check tells an operator.</summary>
    public static string Text(Check check) => string.Join("\n", [check.Found, check.Why ?? "", .. check.ToDo ?? [], Records(check)]);
}
