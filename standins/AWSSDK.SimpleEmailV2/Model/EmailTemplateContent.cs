namespace Amazon.SimpleEmailV2.Model;

/// <summary>A template given with the call.</summary>
public partial class EmailTemplateContent
{
    public string Subject { get; set; }

    public string Text { get; set; }

    public string Html { get; set; }
}
