namespace Amazon.SimpleEmailV2.Model;

/// <summary>One of: a simple message, a raw MIME one, a template.</summary>
public partial class EmailContent
{
    public Message Simple { get; set; }

    public RawMessage Raw { get; set; }

    public Template Template { get; set; }
}
