using System.Net;

namespace SesCompliance.Lambdas.Clients;

/// <summary>
/// Tells a request that never left from one whose answer got lost. <see cref="HttpClient"/> asks for a body only when it has a
/// connection to write it to, after name resolution, connect and TLS handshake, and a request without its announced body is none.
/// The exceptions themselves don't tell: the SDK unwraps some of them, and a timeout looks the same in all phases.
/// </summary>
internal sealed class BodyWatch(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = new WatchedBody(request.Content ?? new ByteArrayContent([]));
        request.Content = body;
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (Exception error) when (!body.WasAskedFor)
        {
            throw new RequestNotSentException(error);
        }
    }

    private sealed class WatchedBody : HttpContent
    {
        private readonly HttpContent content;

        public WatchedBody(HttpContent content)
        {
            this.content = content;
            foreach (var (name, values) in content.Headers.NonValidated)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        public bool WasAskedFor { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            WasAskedFor = true;
            return content.CopyToAsync(stream, context, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Headers.ContentLength ?? -1;
            return length >= 0;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                content.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
