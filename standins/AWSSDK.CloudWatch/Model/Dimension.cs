namespace Amazon.CloudWatch.Model;

/// <summary>A name and value that a metric is told apart by.</summary>
public partial class Dimension
{
    public string Name { get; set; }

    public string Value { get; set; }
}
