using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;

namespace SesCompliance.Local.Wire;

/// <summary>One call of one operation, whatever protocol it came in.</summary>
/// <param name="Operation">The operation's name in the service model, e.g. <c>StartExecution</c>.</param>
/// <param name="Input">
/// The members as the service model names them. Over the Query protocol every scalar is a string, so numbers and booleans are read with
/// <see cref="AwsInput"/>, which takes both.
/// </param>
/// <param name="Caller">Who calls, told by the access key that signed the request.</param>
/// <param name="RequestId">The id that the answer carries and that logs name.</param>
public sealed record AwsRequest(string Operation, JsonObject Input, Caller Caller, string RequestId)
{
    /// <summary>The body as it came, for the operations whose payload is a blob (Lambda Invoke).</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The HTTP headers by name, case-insensitive, for the operations that take members from them (Lambda Invoke).</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
