using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;

namespace SesCompliance.Infra.Components;

/// <summary>The suppression list: one row for each address and reason (BOUNCE, COMPLAINT, MANUAL).</summary>
internal sealed class SuppressionTable : ComponentResource
{
    public SuppressionTable(string name, StackSettings settings, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:SuppressionTable", name, options)
    {
        var table = new Table(name, new TableArgs
        {
            Name = settings.Named("ses-email-suppression-list"),
            BillingMode = "PAY_PER_REQUEST",
            HashKey = "email",
            RangeKey = "reason",
            Attributes =
            {
                new TableAttributeArgs { Name = "email", Type = "S" },
                new TableAttributeArgs { Name = "reason", Type = "S" },
            },
            PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Enabled = true },
            ServerSideEncryption = new TableServerSideEncryptionArgs { Enabled = true },
            DeletionProtectionEnabled = settings.Protect,
            Tags = settings.Tags(name),
        }, new CustomResourceOptions { Parent = this, Protect = settings.Protect });

        TableName = table.Name;
        Arn = table.Arn;
        RegisterOutputs();
    }

    public Output<string> TableName { get; }

    public Output<string> Arn { get; }
}
