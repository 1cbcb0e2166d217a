namespace Amazon.SimpleEmailV2.Model;

/// <summary>A name and value that event publishing carries along.</summary>
public partial class MessageTag
{
    public string Name { get; set; }

    public string Value { get; set; }
}
