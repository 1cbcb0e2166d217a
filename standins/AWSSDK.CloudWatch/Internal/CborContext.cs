using System.Formats.Cbor;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.CloudWatch.Internal;

/// <summary>An answer's body, as far as the SDK's pipeline wants to know of it.</summary>
internal sealed class CborContext : UnmarshallerContext
{
    public CborContext(Stream responseStream, bool maintainResponseBody, IWebResponseData responseData, bool isException)
    {
        WebResponseData = responseData;
        MaintainResponseBody = maintainResponseBody;
        IsException = isException;
        if (isException || maintainResponseBody)
        {
            WrappingStream = new CachingWrapperStream(responseStream, isException ? null : AWSConfigs.LoggingConfig.LogResponsesSizeLimit);
        }

        using var body = new MemoryStream();
        (WrappingStream ?? responseStream).CopyTo(body);
        Body = body.ToArray();
        IsEmptyResponse = Body.Length == 0;
    }

    public byte[] Body { get; }

    public override string CurrentPath => "";

    public override int CurrentDepth => 0;

    public override bool IsStartElement => false;

    public override bool IsEndElement => false;

    public override bool IsStartOfDocument => true;

    public CborReader Reader() => new(Body, CborConformanceMode.Lax);
}
