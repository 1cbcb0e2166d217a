namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API refused a call, or answered what can't be read.</summary>
public class RuntimeApiClientException(
    string message, int statusCode, string response, Dictionary<string, IEnumerable<string>> headers, Exception innerException)
    : Exception($"{message}\n\nStatus: {statusCode}\nResponse: \n{response[..Math.Min(response.Length, 512)]}", innerException)
{
    public int StatusCode { get; } = statusCode;

    public string Response { get; } = response;

    public Dictionary<string, IEnumerable<string>> Headers { get; } = headers;

    public override string ToString() => $"HTTP Response: \n\n{Response}\n\n{base.ToString()}";
}
