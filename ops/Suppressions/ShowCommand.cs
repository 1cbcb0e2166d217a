using System.CommandLine;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Ops.Suppressions;

/// <summary><c>suppressions show</c>: all that is known about an address, and whether mail would go out.</summary>
internal static class ShowCommand
{
    private const string Description = """
        Shows an address's rows with all that operators did to them, SES's account list entry, and whether mail to it would go out, and why.
        Exit code 0 whether it is suppressed or not.

        Example:
          ses-ops suppressions show "Ada <Ada@Example.com>"
        """;

    public static Command Create(CommonOptions common)
    {
        var command = new Command("show", Description);
        var address = Recipient.Argument();
        command.Add(address);
        common.Runs(command, async (session, parsed, cancellationToken) =>
        {
            var email = Recipient.Listed(parsed.GetValue(address)!);
            var account = new AccountList(session.Aws.Ses);
            var rows = await new SuppressionRows(session.Aws.DynamoDb, session.Stack.SuppressionTable).OfAsync(email, cancellationToken);
            var entry = await account.FindAsync(email, cancellationToken);
            var reasons = entry is null ? [] : await account.ReasonsInForceAsync(session.Stack.ConfigurationSet, cancellationToken);
            var answer = new AddressAnswer(email, rows, entry, reasons);
            session.Output.Write(answer.Json, people => AddressView.Write(people.Profile.Out.Writer, answer));
            return ExitCode.Fine;
        });
        return command;
    }
}
