using System.Globalization;
using SesCompliance.Local.Sqs;

namespace SesCompliance.Local.Deployment.Resources;

internal static class SqsResources
{
    /// <param name="endpoint">The cloud's own: clients post to a queue's URL, wherever it points.</param>
    public static void AddTo(ResourceKinds kinds, Queues queues, string endpoint)
    {
        kinds.Add("aws:sqs/queue:Queue", new ResourceKind
        {
            Create = (inputs, _) =>
            {
                var queue = queues.Create(inputs.RequiredText("name"), Attributes(inputs), inputs.Map("tags"));
                return new Provisioned(queue.Name, ("arn", queue.Arn), ("url", $"{endpoint}/{Account.Id}/{queue.Name}"));
            },
            Update = (was, inputs, _) =>
            {
                queues.Update(inputs.RequiredText("name"), Attributes(inputs), inputs.Map("tags"));
                return new Provisioned(was.Id);
            },
            Delete = (was, _) =>
            {
                queues.Delete(was.Id);
                return Task.CompletedTask;
            },
            ReplacedBy = ["name"],
        });
        kinds.Add("aws:sqs/queuePolicy:QueuePolicy", new ResourceKind
        {
            Create = (inputs, _) => Policy(inputs, queues),
            Update = (_, inputs, _) => Policy(inputs, queues),
            Delete = (was, _) =>
            {
                queues.SetPolicy(QueueName(was.Id), "");
                return Task.CompletedTask;
            },
            ReplacedBy = ["queueUrl"],
        });
    }

    private static Provisioned Policy(ResourceInputs inputs, Queues queues)
    {
        var url = inputs.RequiredText("queueUrl");
        queues.SetPolicy(QueueName(url), inputs.RequiredText("policy"));
        return new Provisioned(url);
    }

    /// <summary>What the program says of a queue, and SQS's own default of what it does not say (any more).</summary>
    private static Dictionary<string, string> Attributes(ResourceInputs inputs) => new()
    {
        ["MessageRetentionPeriod"] = (inputs.Number("messageRetentionSeconds") ?? 345_600).ToString(CultureInfo.InvariantCulture),
        ["SqsManagedSseEnabled"] = inputs.Flag("sqsManagedSseEnabled") ?? true ? "true" : "false",
    };

    private static string QueueName(string url) => url[(url.LastIndexOf('/') + 1)..];
}
