using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sns;

/// <summary>SNS on the wire (Query protocol).</summary>
public static class SnsApi
{
    private const string InvalidParameter = "InvalidParameter";
    private const int PageSize = 100;

    public static AwsApi For(Topics topics) => new AwsApi("sns")
    {
        QueryVersion = "2010-03-31",
        Permissions = SnsPermissions.Table,
        XmlNamespace = "http://sns.amazonaws.com/doc/2010-03-31/",
        QueryShapes = [new QueryShape("Attributes", null, "key", "value"), new QueryShape("MessageAttributes", null, "Name", "Value")],
    }
        .Add("Publish", Answer(input => Publish(topics, input)))
        .Add("ListTopics", Answer(input => ListTopics(topics, input)))
        .Add("GetTopicAttributes", Answer(input => TopicAttributes(topics, input)))
        .Add("ListTagsForResource", Answer(input => Tags(topics, input)))
        .Add("ListSubscriptions", Answer(input => ListSubscriptions(topics.Subscriptions, input, "ListSubscriptions")))
        .Add("ListSubscriptionsByTopic", Answer(input => ListByTopic(topics, input)))
        .Add("GetSubscriptionAttributes", Answer(input => SubscriptionAttributes(topics, input)))
        .Add("ConfirmSubscription", Answer(input => Confirm(topics, input)));

    private static AwsOperation Answer(Func<JsonObject, JsonObject> operation) => (request, _) => Task.FromResult<AwsResponse>(operation(request.Input));

    private static JsonObject Publish(Topics topics, JsonObject input)
    {
        input.RefuseOthers("Publish", InvalidParameter, "TopicArn", "TargetArn", "Message", "Subject", "MessageAttributes");
        var topicArn = input.Text("TopicArn") ?? input.Text("TargetArn") ?? throw new AwsException(InvalidParameter, "Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter");
        var message = input.Text("Message") ?? throw new AwsException(InvalidParameter, "Invalid parameter: Message Reason: no value for required parameter");
        return new JsonObject { ["MessageId"] = topics.Publish(topicArn, message, input.Text("Subject"), MessageAttributes.Read(input)) };
    }

    private static JsonObject ListTopics(Topics topics, JsonObject input)
    {
        input.RefuseOthers("ListTopics", InvalidParameter, "NextToken");
        var page = Page.Of(topics.All, topic => topic.Arn, input.Text("NextToken"), PageSize, InvalidParameter);
        return Listing("Topics", page, topic => new JsonObject { ["TopicArn"] = topic.Arn });
    }

    private static JsonObject ListByTopic(Topics topics, JsonObject input)
    {
        var topic = topics.Find(input.RequiredText("TopicArn"));
        return ListSubscriptions(topics.OfTopic(topic.Arn), input, "ListSubscriptionsByTopic");
    }

    private static JsonObject ListSubscriptions(IEnumerable<Subscription> subscriptions, JsonObject input, string operation)
    {
        input.RefuseOthers(operation, InvalidParameter, "TopicArn", "NextToken");
        var page = Page.Of(subscriptions, subscription => subscription.Arn, input.Text("NextToken"), PageSize, InvalidParameter);
        return Listing("Subscriptions", page, subscription => new JsonObject
        {
            ["SubscriptionArn"] = subscription.ListedArn,
            ["Owner"] = Account.Id,
            ["Protocol"] = subscription.Protocol,
            ["Endpoint"] = subscription.Endpoint,
            ["TopicArn"] = subscription.TopicArn,
        });
    }

    private static JsonObject TopicAttributes(Topics topics, JsonObject input)
    {
        var topic = topics.Find(input.RequiredText("TopicArn"));
        var subscriptions = topics.OfTopic(topic.Arn).ToList();
        var attributes = new JsonObject
        {
            ["TopicArn"] = topic.Arn,
            ["Owner"] = Account.Id,
            ["DisplayName"] = topic.DisplayName,
            ["Policy"] = topic.Policy ?? DefaultTopicPolicy.For(topic).ToJsonString(),
            ["SubscriptionsConfirmed"] = $"{subscriptions.Count(subscription => subscription.Confirmed)}",
            ["SubscriptionsPending"] = $"{subscriptions.Count(subscription => !subscription.Confirmed)}",
            ["SubscriptionsDeleted"] = "0",
        };
        if (topic.KmsMasterKeyId is { } key)
        {
            attributes["KmsMasterKeyId"] = key;
        }

        return new JsonObject { ["Attributes"] = attributes };
    }

    private static JsonObject SubscriptionAttributes(Topics topics, JsonObject input)
    {
        var subscription = topics.FindSubscription(input.RequiredText("SubscriptionArn"));
        var attributes = new JsonObject
        {
            ["SubscriptionArn"] = subscription.Arn,
            ["TopicArn"] = subscription.TopicArn,
            ["Owner"] = Account.Id,
            ["Protocol"] = subscription.Protocol,
            ["Endpoint"] = subscription.Endpoint,
            ["PendingConfirmation"] = subscription.Confirmed ? "false" : "true",
            ["ConfirmationWasAuthenticated"] = subscription.Confirmed && subscription.Protocol != "email" ? "true" : "false",
            ["RawMessageDelivery"] = subscription.RawMessageDelivery ? "true" : "false",
            ["SubscriptionPrincipal"] = $"arn:aws:iam::{Account.Id}:user/operator",
        };
        if (subscription.DeadLetterQueueArn is { } queue)
        {
            attributes["RedrivePolicy"] = new JsonObject { ["deadLetterTargetArn"] = queue }.ToJsonString();
        }

        return new JsonObject { ["Attributes"] = attributes };
    }

    private static JsonObject Tags(Topics topics, JsonObject input)
    {
        var arn = input.RequiredText("ResourceArn");
        var topic = topics.All.FirstOrDefault(candidate => candidate.Arn == arn) ?? throw new AwsException("ResourceNotFound", "Resource does not exist", 404);
        return new JsonObject { ["Tags"] = new JsonArray([.. topic.Tags.Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value })]) };
    }

    private static JsonObject Confirm(Topics topics, JsonObject input)
    {
        input.RefuseOthers("ConfirmSubscription", InvalidParameter, "TopicArn", "Token");
        return new JsonObject { ["SubscriptionArn"] = topics.Confirm(input.RequiredText("TopicArn"), input.RequiredText("Token")).Arn };
    }

    private static JsonObject Listing<T>(string name, Page<T> page, Func<T, JsonObject> write)
    {
        var listing = new JsonObject { [name] = new JsonArray([.. page.Items.Select(write)]) };
        if (page.NextToken is { } token)
        {
            listing["NextToken"] = token;
        }

        return listing;
    }
}
