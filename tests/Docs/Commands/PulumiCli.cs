using System.Text.RegularExpressions;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>
/// The part of Pulumi's command line that the pages use; the tests do not need the program. Source: https://www.pulumi.com/docs/iac/cli/commands/, one page a command.
/// </summary>
internal static partial class PulumiCli
{
    /// <summary>Of every command: https://www.pulumi.com/docs/iac/cli/commands/pulumi/.</summary>
    private static readonly string[] Everywhere = ["--cwd", "-C", "--non-interactive", "--color", "--logtostderr", "--verbose", "-v", "--help", "-h"];

    private static readonly Dictionary<string, string[]> Options = new()
    {
        ["config"] = ["--json", "-j", "--show-secrets", "--stack", "-s"],
        ["config get"] = ["--json", "-j", "--path", "--stack", "-s"],
        ["config rm"] = ["--path", "--stack", "-s"],
        ["config set"] = ["--path", "--plaintext", "--secret", "--stack", "-s"],
        ["destroy"] = ["--yes", "-y", "--stack", "-s", "--target", "-t", "--target-dependents", "--skip-preview", "-f", "--preview-only", "--refresh", "-r", "--remove"],
        ["import"] = ["--yes", "-y", "--stack", "-s", "--file", "-f", "--protect", "--parent", "--provider", "--out", "-o", "--generate-code"],
        ["login"] = ["--local", "-l", "--cloud-url", "-c"],
        ["preview"] = ["--stack", "-s", "--diff", "--refresh", "-r", "--expect-no-changes", "--json", "-j", "--target", "-t", "--config", "-c"],
        ["refresh"] = ["--yes", "-y", "--stack", "-s", "--skip-preview", "-f", "--expect-no-changes", "--target", "-t", "--preview-only"],
        ["stack"] = ["--stack", "-s", "--show-ids", "-i", "--show-urns", "-u", "--show-secrets", "--show-name"],
        ["stack history"] = ["--stack", "-s", "--full-dates", "--json", "-j", "--page", "--page-size", "--show-secrets"],
        ["stack init"] = ["--stack", "-s", "--copy-config-from", "--no-select", "--secrets-provider"],
        ["stack ls"] = ["--all", "-a", "--json", "-j"],
        ["stack output"] = ["--stack", "-s", "--json", "-j", "--shell", "--show-secrets"],
        ["stack rm"] = ["--yes", "-y", "--stack", "-s", "--force", "-f", "--preserve-config"],
        ["stack select"] = ["--create", "-c", "--stack", "-s", "--secrets-provider"],
        ["state delete"] = ["--yes", "-y", "--stack", "-s", "--force", "--target-dependents"],
        ["state protect"] = ["--yes", "-y", "--stack", "-s", "--all"],
        ["state unprotect"] = ["--yes", "-y", "--stack", "-s", "--all"],
        ["up"] = ["--yes", "-y", "--stack", "-s", "--diff", "--refresh", "-r", "--skip-preview", "-f", "--target", "-t", "--target-dependents", "--replace", "--message", "-m", "--expect-no-changes", "--config", "-c"],
        ["version"] = [],
        ["whoami"] = ["--json", "-j", "--verbose", "-v"],
    };

    /// <returns>What is wrong with the arguments, or null.</returns>
    public static string? Problem(IReadOnlyList<string> arguments)
    {
        var words = arguments.TakeWhile(each => !each.StartsWith('-')).Take(2).ToArray();
        var name = Options.ContainsKey(string.Join(' ', words)) ? string.Join(' ', words) : words.FirstOrDefault() ?? "";
        if (!Options.TryGetValue(name, out var options))
        {
            return $"pulumi has no command '{string.Join(' ', words)}' in the table of {nameof(PulumiCli)}";
        }

        var unknown = arguments.Where(each => each.StartsWith('-')).Select(each => Value().Replace(each, "")).FirstOrDefault(each => !options.Contains(each) && !Everywhere.Contains(each));
        return unknown is null ? null : $"pulumi {name} has no option {unknown} in the table of {nameof(PulumiCli)}";
    }

    [GeneratedRegex("=.*", RegexOptions.Singleline)]
    private static partial Regex Value();
}
