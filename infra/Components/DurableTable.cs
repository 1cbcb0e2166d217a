using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;

namespace SesCompliance.Infra.Components;

/// <summary>What both tables are: billed on demand, encrypted, recoverable to any point in time, and in production kept from deletion.</summary>
internal abstract class DurableTable : ComponentResource
{
    /// <param name="keys">The table's name, keys and whatever else is its own.</param>
    protected DurableTable(string type, string name, StackSettings settings, TableArgs keys, ComponentResourceOptions? options)
        : base(type, name, options)
    {
        keys.BillingMode = "PAY_PER_REQUEST";
        keys.PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Enabled = true };
        keys.ServerSideEncryption = new TableServerSideEncryptionArgs { Enabled = true };
        keys.DeletionProtectionEnabled = settings.Protect;
        keys.Tags = settings.Tags(name);
        var table = new Table(name, keys, new CustomResourceOptions { Parent = this, Protect = settings.Protect });

        TableName = table.Name;
        Arn = table.Arn;
        RegisterOutputs();
    }

    public Output<string> TableName { get; }

    public Output<string> Arn { get; }
}
