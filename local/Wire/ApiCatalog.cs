namespace SesCompliance.Local.Wire;

/// <summary>Finds the service that a request means.</summary>
internal sealed class ApiCatalog(IEnumerable<AwsApi> apis)
{
    private readonly AwsApi[] apis = [.. apis];

    /// <summary>By the prefix in X-Amz-Target, or the service name in a CBOR path.</summary>
    public AwsApi? ByTarget(string prefix) => apis.FirstOrDefault(api => api.TargetPrefix == prefix);

    /// <summary>By the signature's scope; unsigned requests by version and operation, since versions are nearly unique.</summary>
    public AwsApi? ByQuery(string? signingName, string? version, string action) => signingName is not null
        ? apis.FirstOrDefault(api => api.SigningName == signingName && api.QueryVersion is not null)
        : apis.FirstOrDefault(api => api.QueryVersion is not null && api.QueryVersion == version && api.Operations.ContainsKey(action));

    /// <summary>By method and path; of several templates that match, the one with the fewest placeholders.</summary>
    public RestMatch? ByRoute(string? signingName, string method, string path) => (
        from api in apis
        where signingName is null || signingName == api.SigningName
        from route in api.Routes
        where route.Method == method
        let values = Match(route.PathTemplate, path)
        where values is not null
        orderby values.Count
        select new RestMatch(api, route, values)).FirstOrDefault();

    private static Dictionary<string, string>? Match(string template, string path)
    {
        var expected = template.TrimEnd('/').Split('/');
        var segments = path.TrimEnd('/').Split('/');
        if (expected.Length != segments.Length)
        {
            return null;
        }

        Dictionary<string, string> values = [];
        foreach (var (part, segment) in expected.Zip(segments))
        {
            if (part.StartsWith('{') && segment.Length > 0)
            {
                values[part.Trim('{', '}')] = Uri.UnescapeDataString(segment);
            }
            else if (part != segment)
            {
                return null;
            }
        }

        return values;
    }
}

/// <param name="PathValues">The template's placeholders, decoded.</param>
internal sealed record RestMatch(AwsApi Api, RestRoute Route, IReadOnlyDictionary<string, string> PathValues);
