using System.CommandLine;
using SesCompliance.Ops.Aws;

namespace SesCompliance.Ops.Feedback;

/// <summary><c>feedback redrive</c>: the dead letters once more through the feedback topic.</summary>
internal static class RedriveCommand
{
    private const string Description = """
        Replays dead letters: publishes what SES said to the feedback topic again, and deletes a letter once SNS has taken it. Mend the cause first.
        It may be killed and started again at any time: a message may then be replayed twice, which the handler takes in as once; none is lost.
        What can't be read is left, and so is what comes back while this runs.

        Exit codes: 0 all (with --max, all that it came to) are replayed, or there are none; 1 some are left. With --dry-run, 1 means that some can't be read.

        Examples:
          ses-ops feedback redrive --dry-run
          ses-ops feedback redrive --queue undelivered --max 1     one first, to see whether the cause is mended
          ses-ops feedback redrive --stack prod
        """;

    /// <summary>Enough to publish a batch on a slow day; after a crash the rest is there again that soon.</summary>
    private static readonly TimeSpan Work = TimeSpan.FromMinutes(2);

    public static Command Create(CommonOptions common)
    {
        var options = new FeedbackOptions();
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would be replayed, and leave it" };
        var command = new Command("redrive", Description) { options.Queue, options.Max, dryRun };
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var round = new DeadLetterRound(session, options.Kinds(parsed), parsed.GetValue(options.Max));
            FeedbackReport report;
            if (parsed.GetValue(dryRun))
            {
                report = await round.RunAsync(ShowCommand.Look, true, (_, letter) => DeadLetterRound.Look(letter), cancellationToken);
            }
            else
            {
                var arns = await StackArns.FindAsync(session.Aws.Sts, session.Stack, cancellationToken);
                var replay = new Replay(session.Aws.Sns, arns.FeedbackTopic);
                report = await round.RunAsync(Work, false, (queue, letter) => replay.OfAsync(queue, letter, cancellationToken), cancellationToken);
            }

            session.Output.Write(report, console => FeedbackView.Write(console, report, session.Clock.GetUtcNow()));
            return report.Letters.Any(letter => letter.Outcome is LetterOutcome.Left or LetterOutcome.Again || (report.DryRun && letter.Problem is not null)) ? ExitCode.FoundProblems : ExitCode.Fine;
        });
        return command;
    }
}
