using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;

namespace SesCompliance.Infra.Components;

/// <summary>The send ledger: one row for each send id, so that no id is ever mailed twice and feedback finds its mail.</summary>
internal sealed class SendLedger(string name, StackSettings settings, ComponentResourceOptions? options = null)
    : DurableTable("ses-compliance:index:SendLedger", name, settings, Keys(settings), options)
{
    private static TableArgs Keys(StackSettings settings) => new()
    {
        Name = settings.Named("ses-send-ledger"),
        HashKey = "sendId",
        Attributes = { new TableAttributeArgs { Name = "sendId", Type = "S" } },
        Ttl = new TableTtlArgs { AttributeName = "ttl", Enabled = true },
    };
}
