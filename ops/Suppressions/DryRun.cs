using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Ops.Terminal;

namespace SesCompliance.Ops.Suppressions;

/// <summary>Shows what a change of many rows would touch, and how many, without touching any.</summary>
internal static class DryRun
{
    public static async Task<ExitCode> WriteAsync(Session session, string verb, IAsyncEnumerable<Suppression> matching)
    {
        var count = await RowAnswer.WriteAsync(session, matching);
        Console.Error.WriteLine($"Would {verb} {count} {(count == 1 ? "row" : "rows")}; nothing is changed. Run it again with --yes to {verb} {(count == 1 ? "it" : "them")}.");
        return ExitCode.Fine;
    }
}
