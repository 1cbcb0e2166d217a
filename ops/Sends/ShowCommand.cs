using System.CommandLine;

namespace SesCompliance.Ops.Sends;

/// <summary><c>sends show</c>: what became of this mail?</summary>
internal static class ShowCommand
{
    private const string Description = """
        What became of this mail? One sentence, then all that execution, send ledger and suppression list know of it, as a timeline, and the next commands.
        Shows the recipient's address.

        The send id is the name that the bot started the execution with; the execution's ARN will do, too. A message id can't be looked up: the ledger is
        keyed by send id alone. SES's events about a mail carry both, the send id as the tag send-id.

        Exit codes: 0 the mail is known, whatever became of it; 1 no source knows the send id; 3 a source could not be asked, so the answer may lack something.

        Examples:
          ses-ops sends show verify-8c1f3a
          ses-ops sends show verify-8c1f3a --stack prod --json | jq -r .state
        """;

    /// <summary>Step Functions: an execution's name.</summary>
    private const int LongestName = 80;

    public static Command Create(CommonOptions common)
    {
        var id = new Argument<string>("send-id") { Description = "The execution's name, or its ARN" };
        var command = new Command("show", Description) { id };
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var facts = await SendFacts.AskAsync(session, SendId(parsed.GetValue(id)!, session.Stack), cancellationToken);
            var report = SendReport.Of(facts);
            session.Output.Write(report, console => SendView.Write(console, report));
            return facts.Troubles.Any() ? ExitCode.CouldNotAsk : report.State == SendState.NotFound ? ExitCode.FoundProblems : ExitCode.Fine;
        });
        return command;
    }

    private static string SendId(string given, Stack stack)
    {
        var text = given.Trim();
        if (text.StartsWith("arn:", StringComparison.Ordinal))
        {
            text = text.Split(':') is [_, _, "states", _, _, "execution", var machine, var name]
                ? machine == stack.StateMachine
                    ? name
                    : throw new UsageException($"send-id is an execution of state machine '{machine}': stack '{stack.Name}' has {stack.StateMachine} (choose with --stack)")
                : throw new UsageException($"send-id is '{given}': an ARN must be that of an execution");
        }

        return text.Length is > 0 and <= LongestName && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? text
            : throw new UsageException($"send-id is '{given}': it must be 1 to {LongestName} characters without spaces, as an execution's name is");
    }
}
