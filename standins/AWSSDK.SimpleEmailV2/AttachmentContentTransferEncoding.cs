using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>How an attachment is encoded.</summary>
public class AttachmentContentTransferEncoding : ConstantClass
{
    public static readonly AttachmentContentTransferEncoding BASE64 = new("BASE64");
    public static readonly AttachmentContentTransferEncoding QUOTED_PRINTABLE = new("QUOTED_PRINTABLE");
    public static readonly AttachmentContentTransferEncoding SEVEN_BIT = new("SEVEN_BIT");

    public AttachmentContentTransferEncoding(string value)
        : base(value)
    {
    }

    public static implicit operator AttachmentContentTransferEncoding(string value) => FindValue(value);

    public static AttachmentContentTransferEncoding FindValue(string value) => FindValue<AttachmentContentTransferEncoding>(value);
}
