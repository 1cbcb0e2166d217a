using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Wire;

/// <summary>Carries out one operation; refuses with <see cref="AwsException"/>.</summary>
public delegate Task<AwsResponse> AwsOperation(AwsRequest request, CancellationToken cancellationToken);

/// <summary>A service's face on the wire: how clients address it, and its operations. What is not listed here is refused by name.</summary>
/// <param name="SigningName">The name in the credential scope of the request's signature, e.g. <c>states</c>.</param>
public sealed class AwsApi(string SigningName)
{
    private readonly Dictionary<string, AwsOperation> operations = [];
    private readonly List<RestRoute> routes = [];

    public string SigningName { get; } = SigningName;

    /// <summary>The prefix in <c>X-Amz-Target</c> (JSON protocol) and the service in <c>/service/…/operation/…</c> (RPC v2 CBOR).</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>1.0 or 1.1, where the service speaks JSON.</summary>
    public string JsonVersion { get; init; } = "1.0";

    /// <summary>The API version that Query requests name, e.g. <c>2010-03-31</c>; absent where the service does not speak Query.</summary>
    public string? QueryVersion { get; init; }

    /// <summary>The namespace of the service's XML answers (Query).</summary>
    public string? XmlNamespace { get; init; }

    /// <summary>The lists and maps whose Query form differs from <c>Name.member.N</c>.</summary>
    public IReadOnlyList<QueryShape> QueryShapes { get; init; } = [];

    /// <summary>
    /// Error shapes whose Query code has another name, e.g. <c>QueueDoesNotExist</c> and <c>AWS.SimpleQueueService.NonExistentQueue</c>. Where this is
    /// set the service is query-compatible: its JSON and CBOR errors name the Query code in <c>x-amzn-query-error</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string>? QueryErrorCodes { get; init; }

    /// <summary>What each operation needs to be allowed; null where nothing is judged.</summary>
    public PermissionTable? Permissions { get; init; }

    public IReadOnlyDictionary<string, AwsOperation> Operations => operations;

    internal IReadOnlyList<QueryShape> ShapesOf(string operation) => [.. QueryShapes.Where(shape => shape.Operation is null || shape.Operation == operation)];

    public IReadOnlyList<RestRoute> Routes => routes;

    /// <summary>Adds an operation of the JSON, Query and CBOR protocols.</summary>
    public AwsApi Add(string operation, AwsOperation handler)
    {
        operations.Add(operation, handler);
        return this;
    }

    /// <summary>Adds an operation of the REST-JSON protocol.</summary>
    /// <param name="pathTemplate">E.g. <c>/2015-03-31/functions/{FunctionName}/invocations</c>; each placeholder becomes a member of the input, as does each query parameter.</param>
    /// <param name="rawBody">The body is a blob (<see cref="AwsRequest.Body"/>), not the input's members.</param>
    public AwsApi AddRest(string method, string pathTemplate, string operation, AwsOperation handler, bool rawBody = false)
    {
        operations.Add(operation, handler);
        routes.Add(new RestRoute(method, pathTemplate, operation, rawBody));
        return this;
    }
}

/// <summary>Where a REST-JSON operation stands.</summary>
public sealed record RestRoute(string Method, string PathTemplate, string Operation, bool RawBody = false);

/// <summary>
/// How a list or map of a service stands in Query: a list as <c>Element.N</c>, a map as <c>Element.N.Key</c> and <c>Element.N.Value</c> (flattened), or,
/// without an element, as <c>Member.entry.N.Key</c>. A list that is not named here is <c>Member.member.N</c>.
/// </summary>
/// <param name="Member">The member's name in the model, e.g. <c>Attributes</c>.</param>
/// <param name="Element">The flattened element's name, e.g. <c>Attribute</c>; null where the map is not flattened.</param>
/// <param name="Key">The name of a map's keys; null for a list.</param>
/// <param name="Value">The name of a map's values.</param>
public sealed record QueryShape(string Member, string? Element, string? Key = null, string? Value = null)
{
    /// <summary>The one operation that it holds for; null for all.</summary>
    public string? Operation { get; init; }
}
