using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Wire;

/// <summary>A server with a service that answers with its own input, to see what a protocol makes of it.</summary>
internal sealed class EchoCloud : IAsyncDisposable
{
    private readonly WireServer server;

    private EchoCloud(WireServer server, CredentialStore credentials)
    {
        this.server = server;
        Credentials = credentials;
        Http = new HttpClient { BaseAddress = new Uri(server.Endpoint) };
    }

    public CredentialStore Credentials { get; }

    public HttpClient Http { get; }

    public CallLog Calls => server.Calls;

    public static async Task<EchoCloud> StartAsync(WireOptions? options = null, params AwsApi[] more)
    {
        var credentials = new CredentialStore();
        return new EchoCloud(await WireServer.StartAsync(0, [Api(), .. more], credentials, options), credentials);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await server.DisposeAsync();
    }

    /// <summary>Sends a request and reads status, body and headers.</summary>
    public async Task<EchoAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new EchoAnswer(
            (int)response.StatusCode,
            body,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public Task<EchoAnswer> JsonAsync(string target, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/", new StringContent(body, null, "application/x-amz-json-1.0"), [("X-Amz-Target", target), .. headers]);

    public Task<EchoAnswer> QueryAsync(string form, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/", new StringContent(form, null, "application/x-www-form-urlencoded"), headers);

    /// <summary>The Authorization header of a client that signs for a service with this key.</summary>
    public static (string Name, string Value) Signed(string accessKeyId, string service) =>
        ("Authorization", $"AWS4-HMAC-SHA256 Credential={accessKeyId}/20261124/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=00");

    private static AwsApi Api()
    {
        var api = new AwsApi("echo")
        {
            TargetPrefix = "Echo_20200101",
            QueryVersion = "2020-01-01",
            XmlNamespace = "https://echo.example/doc/2020-01-01/",
            QueryShapes = [new("Attributes", "Attribute", "Name", "Value"), new("Names", "Name"), new("Labels", null, "key", "value")],
            QueryErrorCodes = new Dictionary<string, string> { ["EchoNotFound"] = "Echo.Missing" },
        };
        return api
            .Add("Echo", (request, _) => Task.FromResult<AwsResponse>((JsonObject)request.Input.DeepClone()))
            .Add("Time", (_, _) => Task.FromResult<AwsResponse>(new JsonObject { ["At"] = JsonValue.Create(new DateTimeOffset(2026, 11, 24, 10, 0, 0, 250, TimeSpan.Zero)) }))
            .Add("Numbers", (_, _) => Task.FromResult<AwsResponse>(new JsonObject { ["Whole"] = 240, ["Double"] = 240d, ["Fraction"] = 0.05 }))
            .Add("Who", (request, _) => Task.FromResult<AwsResponse>(new JsonObject { ["Arn"] = request.Caller.Arn }))
            .Add("Missing", (_, _) => throw new AwsException("EchoNotFound", "Nothing <here> & there", 404) { Members = new JsonObject { ["resource"] = "x" } })
            .Add("Defect", (_, _) => throw new FormatException("a defect"))
            .Add("Lost", (_, _) => Task.FromResult(AwsResponse.Empty with { BreaksConnection = true }))
            .Add("Wait", async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return AwsResponse.Empty;
            })
            .AddRest("POST", "/2020-01-01/echoes/{Name}", "PutEcho", (request, _) => Task.FromResult<AwsResponse>((JsonObject)request.Input.DeepClone()))
            .AddRest("GET", "/2020-01-01/echoes/all", "ListEchoes", (_, _) => Task.FromResult<AwsResponse>(new JsonObject { ["all"] = true }))
            .AddRest("GET", "/2020-01-01/echoes/{Name}", "GetEcho", (request, _) => Task.FromResult<AwsResponse>((JsonObject)request.Input.DeepClone()))
            .AddRest(
                "POST",
                "/2020-01-01/echoes/{Name}/blob",
                "Blob",
                (request, _) => Task.FromResult(new AwsResponse([]) { StatusCode = 202, Body = request.Body, Headers = new Dictionary<string, string> { ["x-amz-kind"] = request.Headers["x-amz-invocation-type"] } }),
                rawBody: true);
    }
}

internal sealed record EchoAnswer(int Status, byte[] Body, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;
}
