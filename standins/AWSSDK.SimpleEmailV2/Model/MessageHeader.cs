namespace Amazon.SimpleEmailV2.Model;

/// <summary>A header of one's own.</summary>
public partial class MessageHeader
{
    public string Name { get; set; }

    public string Value { get; set; }
}
