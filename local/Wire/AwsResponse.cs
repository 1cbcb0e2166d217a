using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire;

/// <summary>
/// What an operation answers. Time stamps stand in <see cref="Output"/> as <c>JsonValue.Create(DateTimeOffset)</c>; each protocol writes them its own way
/// (epoch seconds, ISO 8601, CBOR tag 1). Members that are null are left out.
/// </summary>
public sealed record AwsResponse(JsonObject Output)
{
    public static AwsResponse Empty => new([]);

    public int StatusCode { get; init; } = 200;

    /// <summary>A blob that stands for the whole body (Lambda Invoke); <see cref="Output"/> is ignored then.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>
    /// True where the server aborts the connection instead of answering: the operation was carried out, but the client never learns so
    /// (what a crash or a broken network between acceptance and answer looks like).
    /// </summary>
    public bool BreaksConnection { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static implicit operator AwsResponse(JsonObject output) => new(output);
}
