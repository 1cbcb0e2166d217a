using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>What the rest of the cloud (SNS, Lambda destinations) asks of SQS.</summary>
public interface IQueues
{
    /// <summary>Sends a message to a queue and returns its id.</summary>
    /// <param name="attributes">Message attributes as the SQS API writes them: name to <c>{"DataType", "StringValue"}</c>.</param>
    Task<string> SendAsync(string queueArn, string body, JsonObject? attributes, CancellationToken cancellationToken);

    /// <summary>Sends for somebody who must be allowed to.</summary>
    /// <exception cref="AwsException"><c>AccessDeniedException</c> (403).</exception>
    Task<string> SendAsync(string queueArn, string body, JsonObject? attributes, IPrincipal sender, CancellationToken cancellationToken) =>
        SendAsync(queueArn, body, attributes, cancellationToken);
}
