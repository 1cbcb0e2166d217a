namespace Amazon.SimpleEmailV2.Model;

/// <summary>Where sent mail is archived.</summary>
public partial class ArchivingOptions
{
    public string ArchiveArn { get; set; }
}
