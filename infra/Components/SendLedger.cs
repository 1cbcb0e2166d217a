using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;

namespace SesCompliance.Infra.Components;

/// <summary>The send ledger: one row for each send id, so that no id is ever mailed twice and feedback finds its mail.</summary>
internal sealed class SendLedger : ComponentResource
{
    public SendLedger(string name, StackSettings settings, ComponentResourceOptions? options = null)
        : base("ses-compliance:index:SendLedger", name, options)
    {
        var table = new Table(name, new TableArgs
        {
            Name = settings.Named("ses-send-ledger"),
            BillingMode = "PAY_PER_REQUEST",
            HashKey = "sendId",
            Attributes = { new TableAttributeArgs { Name = "sendId", Type = "S" } },
            Ttl = new TableTtlArgs { AttributeName = "ttl", Enabled = true },
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
