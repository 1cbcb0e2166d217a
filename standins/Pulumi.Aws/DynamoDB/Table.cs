namespace Pulumi.Aws.DynamoDB;

/// <summary>A DynamoDB table.</summary>
public class Table : CustomResource
{
    public Table(string name, TableArgs? args = null, CustomResourceOptions? options = null)
        : base("aws:dynamodb/table:Table", name, args ?? new TableArgs(), NewResource.With(options))
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("billingMode")]
    public Output<string?> BillingMode { get; private set; } = null!;

    [Output("deletionProtectionEnabled")]
    public Output<bool?> DeletionProtectionEnabled { get; private set; } = null!;

    [Output("hashKey")]
    public Output<string> HashKey { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("rangeKey")]
    public Output<string?> RangeKey { get; private set; } = null!;
}

public sealed class TableArgs : ResourceArgs
{
    [field: Input("attributes")]
    public InputList<Inputs.TableAttributeArgs> Attributes
    {
        get => field ??= new();
        set;
    }

    [Input("billingMode")]
    public Input<string>? BillingMode { get; set; }

    [Input("deletionProtectionEnabled")]
    public Input<bool>? DeletionProtectionEnabled { get; set; }

    [Input("hashKey")]
    public Input<string>? HashKey { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("pointInTimeRecovery")]
    public Input<Inputs.TablePointInTimeRecoveryArgs>? PointInTimeRecovery { get; set; }

    [Input("rangeKey")]
    public Input<string>? RangeKey { get; set; }

    [Input("serverSideEncryption")]
    public Input<Inputs.TableServerSideEncryptionArgs>? ServerSideEncryption { get; set; }

    [field: Input("tags")]
    public InputMap<string> Tags
    {
        get => field ??= new();
        set;
    }

    [Input("ttl")]
    public Input<Inputs.TableTtlArgs>? Ttl { get; set; }
}
