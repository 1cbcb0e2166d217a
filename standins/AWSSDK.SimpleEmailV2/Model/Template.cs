using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>A stored template and its data, a JSON object as text.</summary>
public partial class Template
{
    public string TemplateName { get; set; }

    public string TemplateArn { get; set; }

    public EmailTemplateContent TemplateContent { get; set; }

    public string TemplateData { get; set; }

    public List<MessageHeader> Headers { get; set; } = Collections.Initial<MessageHeader>();

    public List<Attachment> Attachments { get; set; } = Collections.Initial<Attachment>();
}
