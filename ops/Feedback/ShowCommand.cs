using System.CommandLine;

namespace SesCompliance.Ops.Feedback;

/// <summary><c>feedback show</c>: the dead letters, left where they are.</summary>
internal static class ShowCommand
{
    private const string Description = """
        Shows the dead letters of both queues: what SES said, about whom, and why it could not be taken in. Changes nothing.
        While it looks, messages are hidden from others; it hands them back at once, and SQS does so after 30 seconds if it is killed.

        Exit codes: 0 there are none; 1 some wait.

        Examples:
          ses-ops feedback show --stack prod
          ses-ops feedback show --queue unprocessed --json | jq -r '.letters[].why'
        """;

    public static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    public static Command Create(CommonOptions common)
    {
        var options = new FeedbackOptions();
        var command = new Command("show", Description) { options.Queue, options.Max };
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var round = new DeadLetterRound(session, options.Kinds(parsed), parsed.GetValue(options.Max));
            var report = await round.RunAsync(Look, false, (_, letter) => DeadLetterRound.Look(letter), cancellationToken);
            session.Output.Write(report, console => FeedbackView.Write(console, report, session.Clock.GetUtcNow()));
            return report.Letters.Count == 0 ? ExitCode.Fine : ExitCode.FoundProblems;
        });
        return command;
    }
}
