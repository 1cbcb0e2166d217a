using System.CommandLine;

namespace SesCompliance.Ops.Sends;

/// <summary><c>sends</c>: single mails and what became of them.</summary>
internal static class SendsCommand
{
    public static Command Create(CommonOptions common) => new("sends", "Single mails: what became of them") { ShowCommand.Create(common) };
}
