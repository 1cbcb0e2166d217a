using System.CommandLine;

namespace SesCompliance.Ops.Feedback;

/// <summary>What both commands on dead letters take.</summary>
internal sealed class FeedbackOptions
{
    private const int Default = 1000;

    public Option<string> Queue { get; } = new("--queue") { Description = "Which dead letters", DefaultValueFactory = _ => "both" };

    public Option<int> Max { get; } = new("--max") { Description = "How many messages of each queue at most", DefaultValueFactory = _ => Default };

    public FeedbackOptions()
    {
        Queue.AcceptOnlyFromAmong("undelivered", "unprocessed", "both");
        Max.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"--max is '{result.GetValueOrDefault<int>()}': it must be at least 1");
            }
        });
    }

    public IReadOnlyList<QueueKind> Kinds(ParseResult parsed) => parsed.GetValue(Queue) switch
    {
        "undelivered" => [QueueKind.Undelivered],
        "unprocessed" => [QueueKind.Unprocessed],
        _ => [QueueKind.Undelivered, QueueKind.Unprocessed],
    };
}
