namespace Amazon.SimpleNotificationService.Model;

/// <summary>What a message says beside its text: a StringValue, or a BinaryValue where the DataType is Binary.</summary>
public partial class MessageAttributeValue
{
    public string DataType { get; set; }

    public string StringValue { get; set; }

    public MemoryStream BinaryValue { get; set; }
}
