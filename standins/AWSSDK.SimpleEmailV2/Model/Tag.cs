namespace Amazon.SimpleEmailV2.Model;

/// <summary>A label of a resource.</summary>
public partial class Tag
{
    public string Key { get; set; }

    public string Value { get; set; }
}
