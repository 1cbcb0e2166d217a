namespace Amazon.SimpleEmailV2.Model;

/// <summary>The contact list whose unsubscriptions apply.</summary>
public partial class ListManagementOptions
{
    public string ContactListName { get; set; }

    public string TopicName { get; set; }
}
