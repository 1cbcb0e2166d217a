using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Simulate;

/// <summary><c>ses-ops simulate</c>: a mail to SES's simulator, followed to wherever something of it must arrive.</summary>
internal static class SimulateCommand
{
    private const string Description = """
        Sends a mail to SES's mailbox simulator through the stack's own send flow and says what arrived where: execution, send ledger, SES's word,
        suppression list, feedback handler, metrics. Costs one mail, and counts neither for the account's bounce rate nor for its complaint rate.

          bounce      an address that does not exist: ends on the suppression list
          complaint   a recipient who reports the mail as spam: ends on the suppression list
          success     a mailbox that takes it
          ooto        a mailbox that takes it and answers that its owner is out of office: no reason to suppress
          suppressed  an address on SES's own suppression list; mailed a second time, to see the stack's list stop it

        Each run mails an address of its own (bounce+LABEL@simulator.amazonses.com), so a row that it leaves in the suppression list is in nobody's way.
        The second mail of suppressed sets off the alarm ses-suppressed-emails-detected for some minutes, as any suppressed mail does.

        Exit codes: 0 everything arrived; 1 something did not; 3 something could not be asked.

        Examples:
          ses-ops simulate bounce --stack prod
          for each in success bounce complaint ooto suppressed; do ses-ops simulate $each || break; done
        """;

    private const int Default = 180;
    private const int Longest = 3600;

    public static Command Create(CommonOptions common)
    {
        var name = new Argument<string>("mailbox") { Description = string.Join(", ", Scenario.All.Select(scenario => scenario.Name)) };
        name.AcceptOnlyFromAmong([.. Scenario.All.Select(scenario => scenario.Name)]);
        var timeout = new Option<int>("--timeout") { Description = "Seconds that all of it may take; CloudWatch alone may need some minutes on AWS", DefaultValueFactory = _ => Default };
        timeout.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var seconds and (< 1 or > Longest))
            {
                result.AddError($"--timeout is '{seconds}': it must be 1 to {Longest} seconds");
            }
        });
        var command = new Command("simulate", Description) { name, timeout };
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var scenario = Scenario.All.Single(scenario => scenario.Name == parsed.GetValue(name));
            var wait = new Wait(session.Clock, TimeSpan.FromSeconds(parsed.GetValue(timeout)));
            var report = await new Simulation(session, scenario, wait).RunAsync(Label(session.Clock), cancellationToken);
            session.Output.Write(report, console => CheckView.Write(console, report));
            return report.ExitCode();
        });
        return command;
    }

    /// <summary>When, and a random part: two runs may begin in one second.</summary>
    private static string Label(TimeProvider clock) =>
        $"{clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
}
