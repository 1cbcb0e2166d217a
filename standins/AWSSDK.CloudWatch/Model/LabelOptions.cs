namespace Amazon.CloudWatch.Model;

/// <summary>How labels are written.</summary>
public partial class LabelOptions
{
    public string Timezone { get; set; }
}
