using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;

namespace SesCompliance.Infra.Components;

/// <summary>The suppression list: one row for each address and reason (BOUNCE, COMPLAINT, MANUAL).</summary>
internal sealed class SuppressionTable(string name, StackSettings settings, ComponentResourceOptions? options = null)
    : DurableTable("ses-compliance:index:SuppressionTable", name, settings, Keys(settings), options)
{
    private static TableArgs Keys(StackSettings settings) => new()
    {
        Name = settings.Named("ses-email-suppression-list"),
        HashKey = "email",
        RangeKey = "reason",
        Attributes =
        {
            new TableAttributeArgs { Name = "email", Type = "S" },
            new TableAttributeArgs { Name = "reason", Type = "S" },
        },
    };
}
