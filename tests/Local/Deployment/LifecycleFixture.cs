using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SesCompliance.Infra;
using SesCompliance.Local;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.Deployment.Changes;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Local.Deployment;

/// <summary>A cloud in which stacks are deployed again and again, each test's own stack beside the others'.</summary>
public sealed class LifecycleFixture : IAsyncLifetime
{
    private readonly HttpClient client = new();

    public Cloud Cloud { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { } }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Cloud.DisposeAsync();
    }

    /// <param name="config">Keys as in a stack's file, without the namespace.</param>
    public async Task<DeployedStack> UpAsync(string stack, params (string Key, string Value)[] config) =>
        await StackDeployment.UpAsync(Cloud, Settings(stack, config), TestContext.Current.CancellationToken);

    /// <summary>What the next deployment changes, as <c>mark type name</c>, and below it <c>path: old => new</c>.</summary>
    public async Task<IReadOnlyList<string>> DifferenceAsync(string stack, params (string Key, string Value)[] config)
    {
        var preview = await StackDeployment.PreviewAsync(Cloud, Settings(stack, config), TestContext.Current.CancellationToken);
        var up = await UpAsync(stack, config);
        Assert.Equal(Lines(preview), Lines(up.Changes));
        return Lines(up.Changes);
    }

    public static IReadOnlyList<string> Lines(StackChanges changes) => [.. changes.Real.OrderBy(change => change.Name, StringComparer.Ordinal)
        .Select(change => string.Join('\n', change.Properties.Select(property => $"  {property.Path}: {property.Old} => {property.New}").Prepend($"{change.Operation} {change.Type.Split(':')[^1]} {change.Name}")))];

    /// <summary>An AWS JSON call over the wire.</summary>
    public async Task<JsonObject> CallAsync(string target, JsonObject input, string version = "1.0")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Cloud.Endpoint) { Content = new StringContent(input.ToJsonString(), Encoding.UTF8) };
        request.Headers.Add("X-Amz-Target", target);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue($"application/x-amz-json-{version}");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!.AsObject();
    }

    /// <summary>A REST-JSON call over the wire.</summary>
    public async Task<JsonObject> GetAsync(string path) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri(Cloud.Endpoint + path), TestContext.Current.CancellationToken))!.AsObject();

    public StackClient Client(DeployedStack stack) => new(Cloud, stack);

    public static StackSettings Settings(string stack, params (string Key, string Value)[] config)
    {
        var values = new Dictionary<string, string>
        {
            ["domain"] = "example.com",
            ["fromAddress"] = "verify@example.com",
            ["identityMode"] = "reference",
            ["awaitFeedbackSeconds"] = "0",
        };
        foreach (var (key, value) in config)
        {
            values[key] = value;
        }

        return StackSettings.Parse(stack, values.GetValueOrDefault);
    }
}
