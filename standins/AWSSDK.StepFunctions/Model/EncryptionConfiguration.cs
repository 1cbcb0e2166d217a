namespace Amazon.StepFunctions.Model;

/// <summary>The key that definitions and executions are encrypted with.</summary>
public partial class EncryptionConfiguration
{
    public string KmsKeyId { get; set; }

    public int? KmsDataKeyReusePeriodSeconds { get; set; }

    public EncryptionType Type { get; set; }
}
