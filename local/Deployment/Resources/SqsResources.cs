using System.Globalization;
using SesCompliance.Local.Sqs;

namespace SesCompliance.Local.Deployment.Resources;

internal static class SqsResources
{
    /// <param name="endpoint">The cloud's own: clients post to a queue's URL, wherever it points.</param>
    public static void AddTo(ResourceKinds kinds, Queues queues, string endpoint)
    {
        kinds.Add("aws:sqs/queue:Queue", (inputs, _) =>
        {
            var attributes = new Dictionary<string, string>();
            if (inputs.Number("messageRetentionSeconds") is { } retention)
            {
                attributes["MessageRetentionPeriod"] = retention.ToString(CultureInfo.InvariantCulture);
            }

            if (inputs.Flag("sqsManagedSseEnabled") is { } encrypted)
            {
                attributes["SqsManagedSseEnabled"] = encrypted ? "true" : "false";
            }

            var queue = queues.Create(inputs.RequiredText("name"), attributes, inputs.Map("tags"));
            return new Provisioned(queue.Name, ("arn", queue.Arn), ("url", $"{endpoint}/{Account.Id}/{queue.Name}"));
        });
        kinds.Add("aws:sqs/queuePolicy:QueuePolicy", (inputs, _) =>
        {
            var url = inputs.RequiredText("queueUrl");
            queues.SetPolicy(url[(url.LastIndexOf('/') + 1)..], inputs.RequiredText("policy"));
            return new Provisioned(url);
        });
    }
}
