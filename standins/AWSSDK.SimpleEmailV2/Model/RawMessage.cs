namespace Amazon.SimpleEmailV2.Model;

/// <summary>A whole MIME message.</summary>
public partial class RawMessage
{
    public MemoryStream Data { get; set; }
}
