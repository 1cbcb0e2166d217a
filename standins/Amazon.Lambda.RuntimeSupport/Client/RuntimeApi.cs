using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The calls of the Runtime API, version 2018-06-01.</summary>
internal sealed class RuntimeApi(HttpClient httpClient, string hostAndPort)
{
    // The API takes no header above this; without the cause X-Ray only shows less.
    private const int LargestCauseBytes = 1024 * 1024;

    private readonly string _runtime = $"http://{hostAndPort}/2018-06-01/runtime";

    public async Task<(InvocationHeaders Headers, Stream Payload)> NextAsync(CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, "/invocation/next");
        using var response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowUnlessAcceptedAsync(response, cancellationToken);
        var payload = response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsByteArrayAsync(cancellationToken) : [];
        return (InvocationHeaders.From(response.Headers), new MemoryStream(payload));
    }

    public async Task SendResponseAsync(string awsRequestId, Stream output, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, $"/invocation/{awsRequestId}/response");
        request.Content = output is null ? new StringContent("") : new StreamContent(new UndisposedStream(output));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowUnlessAcceptedAsync(response, cancellationToken);
    }

    public async Task ReportInvocationErrorAsync(string awsRequestId, Exception failure, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, $"/invocation/{Uri.EscapeDataString(awsRequestId)}/error");
        request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", failure.GetType().Name);
        var cause = XRayCause.Write(failure);
        if (Encoding.UTF8.GetByteCount(cause) < LargestCauseBytes)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-XRay-Error-Cause", cause);
        }

        await ReportAsync(request, failure, cancellationToken);
    }

    public async Task ReportInitializationErrorAsync(Exception failure, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, "/init/error");
        await ReportAsync(request, failure, cancellationToken);
    }

    private async Task ReportAsync(HttpRequestMessage request, Exception failure, CancellationToken cancellationToken)
    {
        request.Content = new StringContent(ErrorDocument.Write(failure));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json");
        using var response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowUnlessAcceptedAsync(response, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Accepted)
        {
            await RequireJsonAsync(response, cancellationToken);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(_runtime + path, UriKind.Absolute));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    // The official client reads the body of an accepted error report as JSON and takes anything else for a failure.
    private static async Task RequireJsonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            using var _ = JsonDocument.Parse(body);
        }
        catch (JsonException failure)
        {
            throw new RuntimeApiClientException(
                "Could not deserialize the response body.", (int)response.StatusCode, body, HeadersOf(response), failure);
        }
    }

    private static async Task ThrowUnlessAcceptedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent)
        {
            return;
        }

        var message = response.StatusCode switch
        {
            HttpStatusCode.BadRequest => "Bad Request",
            HttpStatusCode.Forbidden => "Forbidden",
            HttpStatusCode.RequestEntityTooLarge => "Payload Too Large",
            HttpStatusCode.InternalServerError => "Container error. Non-recoverable state. Runtime should exit promptly.\n",
            var other => $"The HTTP status code of the response was not expected ({(int)other}).",
        };
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        throw new RuntimeApiClientException(message, (int)response.StatusCode, body, HeadersOf(response), null);
    }

    private static Dictionary<string, IEnumerable<string>> HeadersOf(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => header.Value);
}
