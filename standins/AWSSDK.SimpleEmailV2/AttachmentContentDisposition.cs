using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>How a mail program shows an attachment.</summary>
public class AttachmentContentDisposition : ConstantClass
{
    public static readonly AttachmentContentDisposition ATTACHMENT = new("ATTACHMENT");
    public static readonly AttachmentContentDisposition INLINE = new("INLINE");

    public AttachmentContentDisposition(string value)
        : base(value)
    {
    }

    public static implicit operator AttachmentContentDisposition(string value) => FindValue(value);

    public static AttachmentContentDisposition FindValue(string value) => FindValue<AttachmentContentDisposition>(value);
}
