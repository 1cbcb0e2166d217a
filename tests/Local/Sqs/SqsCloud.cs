using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Sqs;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Sqs;

/// <summary>SQS with a queue <c>letters</c>, spoken to over the wire in both protocols.</summary>
internal sealed class SqsCloud : IAsyncDisposable
{
    private readonly WireServer server;
    private readonly HttpClient http;

    private SqsCloud(WireServer server, Queues queues, FakeTimeProvider time)
    {
        this.server = server;
        Queues = queues;
        Time = time;
        http = new HttpClient { BaseAddress = new Uri(server.Endpoint) };
        QueueUrl = $"{server.Endpoint}/000000000000/letters";
    }

    public Queues Queues { get; }

    public FakeTimeProvider Time { get; }

    public string QueueUrl { get; }

    public Queue Queue => Queues.Named("letters");

    public static async Task<SqsCloud> StartAsync(params (string Name, string Value)[] attributes)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
        var queues = new Queues(time);
        queues.Create("letters", attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value), new Dictionary<string, string>());
        return new SqsCloud(await WireServer.StartAsync(0, [SqsApi.For(queues)], new CredentialStore()), queues, time);
    }

    /// <summary>A JSON call on the queue; an error answer is returned as it came.</summary>
    public async Task<JsonObject> CallAsync(string operation, JsonObject? input = null)
    {
        var body = input ?? [];
        body["QueueUrl"] ??= QueueUrl;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body.ToJsonString(), null, "application/x-amz-json-1.0") };
        request.Headers.Add("X-Amz-Target", $"AmazonSQS.{operation}");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        if (response.Headers.TryGetValues("x-amzn-query-error", out var code))
        {
            answer["queryError"] = code.Single();
        }

        return answer;
    }

    /// <summary>A Query call on the queue's URL, as clients from before 2023 make it.</summary>
    public async Task<XElement> QueryAsync(string parameters)
    {
        using var content = new StringContent($"Version=2012-11-05&{parameters}", null, "application/x-www-form-urlencoded");
        using var response = await http.PostAsync(new Uri(QueueUrl), content, TestContext.Current.CancellationToken);
        return XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<JsonObject> SendAsync(string body) => CallAsync("SendMessage", new JsonObject { ["MessageBody"] = body });

    public async Task<JsonObject[]> ReceiveAsync(JsonObject? input = null)
    {
        var body = input ?? [];
        body["MaxNumberOfMessages"] ??= 10;
        return [.. ((await CallAsync("ReceiveMessage", body))["Messages"]?.AsArray() ?? []).Select(message => message!.AsObject())];
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }
}
