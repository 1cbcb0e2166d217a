using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>A message that SES builds.</summary>
public partial class Message
{
    public Content Subject { get; set; }

    public Body Body { get; set; }

    public List<MessageHeader> Headers { get; set; } = Collections.Initial<MessageHeader>();

    public List<Attachment> Attachments { get; set; } = Collections.Initial<Attachment>();
}
