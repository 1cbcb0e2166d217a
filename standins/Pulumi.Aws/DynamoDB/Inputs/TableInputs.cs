namespace Pulumi.Aws.DynamoDB.Inputs;

public sealed class TableAttributeArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("type", required: true)]
    public Input<string> Type { get; set; } = null!;
}

public sealed class TablePointInTimeRecoveryArgs : ResourceArgs
{
    [Input("enabled", required: true)]
    public Input<bool> Enabled { get; set; } = null!;

    [Input("recoveryPeriodInDays")]
    public Input<int>? RecoveryPeriodInDays { get; set; }
}

public sealed class TableServerSideEncryptionArgs : ResourceArgs
{
    [Input("enabled", required: true)]
    public Input<bool> Enabled { get; set; } = null!;

    [Input("kmsKeyArn")]
    public Input<string>? KmsKeyArn { get; set; }
}

public sealed class TableTtlArgs : ResourceArgs
{
    [Input("attributeName")]
    public Input<string>? AttributeName { get; set; }

    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }
}
