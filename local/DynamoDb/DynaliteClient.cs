using System.Net;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.DynamoDb;

/// <summary>Hands calls to dynalite, byte for byte both ways.</summary>
internal sealed class DynaliteClient(Dynalite dynalite) : IDisposable
{
    // dynalite wants a signature to be there but does not check it: the cloud's own server has already told who calls.
    private const string Authorization = "AWS4-HMAC-SHA256 Credential=local/20200101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AutomaticDecompression = DecompressionMethods.None })
    {
        BaseAddress = dynalite.Endpoint,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<AwsResponse> SendAsync(string operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"{DynamoDbApi.Target}.{operation}");
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20200101T000000Z");
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            Dictionary<string, string> headers = [];
            if (response.Headers.TryGetValues("x-amz-crc32", out var checksum))
            {
                headers["x-amz-crc32"] = checksum.First();
            }

            if (!response.IsSuccessStatusCode)
            {
                headers["x-amzn-ErrorType"] = ErrorType(answer);
            }

            return new AwsResponse([]) { StatusCode = (int)response.StatusCode, Body = answer, Headers = headers };
        }
        catch (HttpRequestException lost)
        {
            throw new AwsException("InternalServerError", await dynalite.ObituaryAsync() ?? $"dynalite does not answer: {lost.Message}", 500);
        }
    }

    /// <summary>For the cloud's own calls.</summary>
    /// <exception cref="AwsException">What dynalite refused with.</exception>
    public async Task<JsonObject> CallAsync(string operation, JsonObject input, CancellationToken cancellationToken)
    {
        var response = await SendAsync(operation, System.Text.Encoding.UTF8.GetBytes(input.ToJsonString()), cancellationToken);
        // TagResource answers with an empty string.
        var output = response.Body is { Length: > 0 } body ? JsonNode.Parse(body.Span) as JsonObject ?? [] : [];
        return response.StatusCode < 300
            ? output
            : throw new AwsException(
                response.Headers["x-amzn-ErrorType"], (string?)(output["message"] ?? output["Message"]) ?? $"{operation} failed", response.StatusCode);
    }

    public void Dispose() => http.Dispose();

    // com.amazonaws.dynamodb.v20120810#ResourceNotFoundException
    private static string ErrorType(byte[] body)
    {
        try
        {
            return ((string?)JsonNode.Parse(body)?["__type"])?.Split('#')[^1] ?? "InternalServerError";
        }
        catch (Exception unreadable) when (unreadable is System.Text.Json.JsonException or InvalidOperationException)
        {
            return "InternalServerError";
        }
    }
}
