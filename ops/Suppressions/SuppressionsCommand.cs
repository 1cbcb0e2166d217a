using System.CommandLine;

namespace SesCompliance.Ops.Suppressions;

/// <summary><c>suppressions</c>: the list of addresses that get no mail.</summary>
internal static class SuppressionsCommand
{
    public static Command Create(CommonOptions common) =>
        new("suppressions", "The addresses that get no mail: looked at, changed with a record of who and why, compared with SES's own list")
        {
            ListCommand.Create(common),
            ShowCommand.Create(common),
            AddCommand.Create(common),
            RemoveCommand.Create(common),
            PurgeCommand.Create(common),
            StatsCommand.Create(common),
            ReconcileCommand.Create(common),
            ExportCommand.Create(common),
        };
}
