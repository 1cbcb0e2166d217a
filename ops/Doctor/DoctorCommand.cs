using System.CommandLine;
using System.Text.RegularExpressions;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary><c>ses-ops doctor</c>: is this account, domain and stack fit to send?</summary>
internal static partial class DoctorCommand
{
    public static Command Create(CommonOptions common)
    {
        var domain = new Option<string>("--domain", "-d") { Description = "The domain that the stack sends from; otherwise key ses-compliance:domain of ./Pulumi.STACK.yaml" };
        var command = new Command("doctor", "Is this account, domain and stack fit to send? The list to go through before production, each item with what to do.") { domain };
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var file = StackFile.Find(Environment.CurrentDirectory, session.Stack);
            var patient = new Patient(session, Domain(parsed.GetValue(domain), file, session.Stack), file, cancellationToken);
            var checks = await Examination.RunAsync(patient);
            if (patient.Presence.NothingExists && checks.All(check => check.Verdict != Verdict.CouldNotAsk))
            {
                return (ExitCode)session.Output.Fail(await NoStackAsync(patient), ExitCode.FoundProblems);
            }

            var report = new CheckReport($"Stack {session.Stack.Name}, domain {patient.Domain}", checks);
            session.Output.Write(report, console => CheckView.Write(console, report));
            return report.ExitCode();
        });
        return command;
    }

    private static string Domain(string? given, StackFile? file, Stack stack)
    {
        var (source, domain) = given is not null ? ("--domain", given) : ($"ses-compliance:domain in ./{StackFile.NameOf(stack)}", file?.Get("domain"));
        if (domain is null)
        {
            throw new UsageException(
                $"Which domain does stack '{stack.Name}' send from? Name it with --domain, or run this where {StackFile.NameOf(stack)} with its key ses-compliance:domain is.");
        }

        return Domains().IsMatch(domain) ? domain : throw new UsageException($"{source} is '{domain}': it must be a domain name in lower case, such as example.com");
    }

    private static async Task<string> NoStackAsync(Patient patient)
    {
        var arns = await patient.ArnsAsync();
        return $"There is no stack '{patient.Stack.Name}' in account {arns.AccountId}, region {arns.Region}: nothing that it would have exists. "
            + $"Deploy it (pulumi up --stack {patient.Stack.Name}), or name another with --stack or {CommonOptions.StackVariable}.";
    }

    [GeneratedRegex(@"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$")]
    private static partial Regex Domains();
}
