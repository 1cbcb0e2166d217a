namespace Amazon.SimpleEmailV2.Model;

/// <summary>Text and its character set (UTF-8 unless told).</summary>
public partial class Content
{
    public string Data { get; set; }

    public string Charset { get; set; }
}
