using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SesCompliance.Local.Wire;

/// <summary>An HTTP request, read whole.</summary>
/// <param name="Path">As it came, percent-encoded.</param>
/// <param name="Signature">Who signed; null where the request is not signed.</param>
internal sealed record WireMessage(
    string Method,
    string Path,
    IQueryCollection Query,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body,
    SigV4? Signature)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<WireMessage> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        return new WireMessage(
            request.Method,
            end < 0 ? target : target[..end],
            request.Query,
            headers,
            await ReadBodyAsync(request, cancellationToken),
            SigV4.Read(headers, request.Query));
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        await using var body = encoding.ToLowerInvariant() switch
        {
            "" or "identity" => request.Body,
            "gzip" => new GZipStream(request.Body, CompressionMode.Decompress),
            _ => throw new AwsException("SerializationException", $"The embedded cloud does not read Content-Encoding {encoding}", 415),
        };
        using var whole = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, 8 << 20));
        try
        {
            await body.CopyToAsync(whole, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new AwsException("SerializationException", "The body is not the gzip stream that Content-Encoding promises");
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }
}
