namespace SesCompliance.Local.Wire.Protocols;

/// <summary>Headers that the protocols have in common.</summary>
internal static class WireHeaders
{
    public static IReadOnlyDictionary<string, string> Answer(AwsResponse response, string requestIdHeader, string requestId)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [requestIdHeader] = requestId };
        foreach (var (name, value) in response.Headers)
        {
            headers[name] = value;
        }

        return headers;
    }

    public static IReadOnlyDictionary<string, string> Error(AwsApi? api, AwsException error, string requestId)
    {
        var headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = requestId, ["x-amzn-ErrorType"] = error.Code };
        if (api?.QueryErrorCodes is not null)
        {
            headers["x-amzn-query-error"] = $"{QueryCode(api, error)};{Fault(error)}";
        }

        return headers;
    }

    public static string QueryCode(AwsApi? api, AwsException error) => api?.QueryErrorCodes?.GetValueOrDefault(error.Code) ?? error.Code;

    public static string Fault(AwsException error) => error.StatusCode < 500 ? "Sender" : "Receiver";
}
