namespace Pulumi.Aws.SesV2;

/// <summary>A domain or an address that SES sends from.</summary>
public class EmailIdentity : CustomResource
{
    public EmailIdentity(string name, EmailIdentityArgs args, CustomResourceOptions? options = null)
        : base("aws:sesv2/emailIdentity:EmailIdentity", name, args ?? new EmailIdentityArgs(), NewResource.With(options))
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("configurationSetName")]
    public Output<string?> ConfigurationSetName { get; private set; } = null!;

    [Output("dkimSigningAttributes")]
    public Output<Outputs.EmailIdentityDkimSigningAttributes> DkimSigningAttributes { get; private set; } = null!;

    [Output("emailIdentity")]
    public Output<string> EmailIdentityDetails { get; private set; } = null!;

    [Output("identityType")]
    public Output<string> IdentityType { get; private set; } = null!;

    [Output("verifiedForSendingStatus")]
    public Output<bool> VerifiedForSendingStatus { get; private set; } = null!;
}

public sealed class EmailIdentityArgs : ResourceArgs
{
    [Input("configurationSetName")]
    public Input<string>? ConfigurationSetName { get; set; }

    [Input("dkimSigningAttributes")]
    public Input<Inputs.EmailIdentityDkimSigningAttributesArgs>? DkimSigningAttributes { get; set; }

    [Input("emailIdentity", required: true)]
    public Input<string> EmailIdentityDetails { get; set; } = null!;

    [field: Input("tags")]
    public InputMap<string> Tags
    {
        get => field ??= new();
        set;
    }
}
