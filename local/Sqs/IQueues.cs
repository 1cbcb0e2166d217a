using System.Text.Json.Nodes;

namespace SesCompliance.Local.Sqs;

/// <summary>What the rest of the cloud (SNS, Lambda destinations) asks of SQS.</summary>
public interface IQueues
{
    /// <summary>Sends a message to a queue and returns its id.</summary>
    /// <param name="attributes">Message attributes as the SQS API writes them: name to <c>{"DataType", "StringValue"}</c>.</param>
    Task<string> SendAsync(string queueArn, string body, JsonObject? attributes, CancellationToken cancellationToken);
}
