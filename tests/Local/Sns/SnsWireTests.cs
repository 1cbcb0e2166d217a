using System.Net;
using System.Xml.Linq;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Sns;

/// <summary>The Query API as clients write and read it.</summary>
public sealed class SnsWireTests : IAsyncLifetime
{
    private static readonly XNamespace Xml = "http://sns.amazonaws.com/doc/2010-03-31/";

    private readonly SnsWorld world = new();
    private WireServer server = null!;
    private HttpClient http = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await WireServer.StartAsync(0, [SnsApi.For(world.Topics)], new CredentialStore());
        http = new HttpClient { BaseAddress = new Uri(server.Endpoint) };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Publish_delivers_message_and_attributes()
    {
        var topic = world.TopicOfFunction();

        var answer = await CallAsync(
            "Publish",
            ("TopicArn", topic.Arn),
            ("Message", "hello"),
            ("Subject", "greeting"),
            ("MessageAttributes.entry.1.Name", "kind"),
            ("MessageAttributes.entry.1.Value.DataType", "String"),
            ("MessageAttributes.entry.1.Value.StringValue", "test"));
        await world.RunAsync(TimeSpan.Zero);

        var sns = world.TakenRecord()["Sns"]!;
        Assert.Equal(answer.Descendants(Xml + "MessageId").Single().Value, (string?)sns["MessageId"]);
        Assert.Equal("""{"kind":{"Type":"String","Value":"test"}}""", sns["MessageAttributes"]!.ToJsonString());
    }

    [Fact]
    public async Task Publishing_to_a_missing_topic_is_a_404_with_the_code_that_clients_know()
    {
        var answer = await CallAsync(HttpStatusCode.NotFound, "Publish", ("TopicArn", "arn:aws:sns:us-east-1:000000000000:nothing"), ("Message", "x"));

        Assert.Equal(("NotFound", "Sender"), (answer.Descendants(Xml + "Code").Single().Value, answer.Descendants(Xml + "Type").Single().Value));
    }

    [Fact]
    public async Task A_member_that_is_not_honoured_is_refused_by_name()
    {
        var answer = await CallAsync(HttpStatusCode.BadRequest, "Publish", ("TopicArn", world.Topic().Arn), ("Message", "x"), ("MessageStructure", "json"));

        Assert.Contains("MessageStructure", answer.Descendants(Xml + "Message").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_s_attributes_are_a_map()
    {
        var topic = world.TopicOfFunction();

        var attributes = Map(await CallAsync("GetTopicAttributes", ("TopicArn", topic.Arn)));

        Assert.Equal(topic.Arn, attributes["TopicArn"]);
        Assert.Equal("1", attributes["SubscriptionsConfirmed"]);
        Assert.Contains("AWS:SourceOwner", attributes["Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_s_attributes_name_its_dead_letter_queue()
    {
        var topic = world.TopicOfFunction();

        var attributes = Map(await CallAsync("GetSubscriptionAttributes", ("SubscriptionArn", world.Topics.OfTopic(topic.Arn).Single().Arn)));

        Assert.Equal($$"""{"deadLetterTargetArn":"{{SnsWorld.DeadLetterQueue}}"}""", attributes["RedrivePolicy"]);
        Assert.Equal("false", attributes["PendingConfirmation"]);
    }

    [Fact]
    public async Task A_topic_s_tags_are_listed()
    {
        var topic = world.Topics.Create(new Topic("tagged") { Tags = new Dictionary<string, string> { ["stack"] = "dev" } });

        var answer = await CallAsync("ListTagsForResource", ("ResourceArn", topic.Arn));

        Assert.Equal(("stack", "dev"), (answer.Descendants(Xml + "Key").Single().Value, answer.Descendants(Xml + "Value").Single().Value));
    }

    [Fact]
    public async Task Subscriptions_are_listed_per_topic_and_in_all()
    {
        var topic = world.TopicOfFunction();
        world.Topics.Subscribe(world.Topic("other").Arn, "email", "ops@example.com");

        Assert.Equal(SnsWorld.Function, (await CallAsync("ListSubscriptionsByTopic", ("TopicArn", topic.Arn))).Descendants(Xml + "Endpoint").Single().Value);
        Assert.Equal(2, (await CallAsync("ListSubscriptions")).Descendants(Xml + "Endpoint").Count());
    }

    [Fact]
    public async Task More_than_a_hundred_topics_come_in_pages()
    {
        foreach (var number in Enumerable.Range(0, 150))
        {
            world.Topic($"topic-{number}");
        }

        var first = await CallAsync("ListTopics");
        var second = await CallAsync("ListTopics", ("NextToken", first.Descendants(Xml + "NextToken").Single().Value));

        var arns = first.Descendants(Xml + "TopicArn").Concat(second.Descendants(Xml + "TopicArn")).Select(element => element.Value).ToList();
        Assert.Equal(150, arns.Distinct().Count());
        Assert.Empty(second.Descendants(Xml + "NextToken"));
    }

    private static Dictionary<string, string> Map(XElement answer) => answer.Descendants(Xml + "Attributes").Single().Elements(Xml + "entry")
        .ToDictionary(entry => entry.Element(Xml + "key")!.Value, entry => entry.Element(Xml + "value")!.Value);

    private Task<XElement> CallAsync(string action, params (string Name, string Value)[] parameters) => CallAsync(HttpStatusCode.OK, action, parameters);

    private async Task<XElement> CallAsync(HttpStatusCode expected, string action, params (string Name, string Value)[] parameters)
    {
        using var form = new FormUrlEncodedContent(
            [.. parameters.Append(("Action", action)).Append(("Version", "2010-03-31")).Select(parameter => KeyValuePair.Create(parameter.Item1, parameter.Item2))]);
        using var response = await http.PostAsync(new Uri("/", UriKind.Relative), form, Cancellation);
        var body = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(expected == response.StatusCode, body);
        return XElement.Parse(body);
    }
}
