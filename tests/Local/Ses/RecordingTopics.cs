using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Ses;

/// <summary>Topics that keep what is published; a topic whose name starts with <c>closed</c> lets no service publish.</summary>
internal sealed class RecordingTopics : ITopics
{
    public const string Arn = "arn:aws:sns:us-east-1:000000000000:feedback";

    public ConcurrentQueue<(string Topic, string Message, string? Subject, ServicePrincipal? Publisher)> Published { get; } = new();

    /// <summary>The events among what was published, in order.</summary>
    public IReadOnlyList<JsonObject> Events => [.. Published.Select(message => message.Message).Where(IsJson).Select(message => JsonNode.Parse(message)!.AsObject())];

    public IEnumerable<string> EventTypes => Events.Select(happened => (string)happened["eventType"]!);

    public Task<string> PublishAsync(string topicArn, string message, string? subject, CancellationToken cancellationToken)
    {
        Published.Enqueue((topicArn, message, subject, null));
        return Task.FromResult("id");
    }

    public Task<string> PublishAsync(string topicArn, string message, string? subject, ServicePrincipal publisher, CancellationToken cancellationToken)
    {
        if (topicArn.Contains(":closed", StringComparison.Ordinal))
        {
            throw new AwsException("AuthorizationError", "not allowed", 403);
        }

        Published.Enqueue((topicArn, message, subject, publisher));
        return Task.FromResult("id");
    }

    private static bool IsJson(string message)
    {
        try
        {
            return JsonNode.Parse(message) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
