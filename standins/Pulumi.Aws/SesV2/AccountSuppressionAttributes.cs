using System.Collections.Immutable;

namespace Pulumi.Aws.SesV2;

/// <summary>What SES keeps the account's own suppression list for.</summary>
public class AccountSuppressionAttributes : CustomResource
{
    public AccountSuppressionAttributes(string name, AccountSuppressionAttributesArgs args, CustomResourceOptions? options = null)
        : base("aws:sesv2/accountSuppressionAttributes:AccountSuppressionAttributes", name, args ?? new AccountSuppressionAttributesArgs(), NewResource.With(options))
    {
    }

    [Output("suppressedReasons")]
    public Output<ImmutableArray<string>> SuppressedReasons { get; private set; } = null!;
}

public sealed class AccountSuppressionAttributesArgs : ResourceArgs
{
    [field: Input("suppressedReasons", required: true)]
    public InputList<string> SuppressedReasons
    {
        get => field ??= new();
        set;
    }
}
