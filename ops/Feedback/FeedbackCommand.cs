using System.CommandLine;

namespace SesCompliance.Ops.Feedback;

/// <summary><c>feedback</c>: what SES said and the stack could not take in.</summary>
internal static class FeedbackCommand
{
    public static Command Create(CommonOptions common) =>
        new("feedback", "What SES said and the stack could not take in: dead letters, looked at and replayed") { ShowCommand.Create(common), RedriveCommand.Create(common) };
}
