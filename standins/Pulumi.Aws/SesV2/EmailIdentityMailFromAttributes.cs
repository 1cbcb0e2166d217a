namespace Pulumi.Aws.SesV2;

/// <summary>An identity's custom MAIL FROM domain.</summary>
public class EmailIdentityMailFromAttributes : CustomResource
{
    public EmailIdentityMailFromAttributes(string name, EmailIdentityMailFromAttributesArgs args, CustomResourceOptions? options = null)
        : base("aws:sesv2/emailIdentityMailFromAttributes:EmailIdentityMailFromAttributes", name, args ?? new EmailIdentityMailFromAttributesArgs(), NewResource.With(options))
    {
    }

    [Output("behaviorOnMxFailure")]
    public Output<string?> BehaviorOnMxFailure { get; private set; } = null!;

    [Output("emailIdentity")]
    public Output<string> EmailIdentity { get; private set; } = null!;

    [Output("mailFromDomain")]
    public Output<string?> MailFromDomain { get; private set; } = null!;
}

public sealed class EmailIdentityMailFromAttributesArgs : ResourceArgs
{
    [Input("behaviorOnMxFailure")]
    public Input<string>? BehaviorOnMxFailure { get; set; }

    [Input("emailIdentity", required: true)]
    public Input<string> EmailIdentity { get; set; } = null!;

    [Input("mailFromDomain")]
    public Input<string>? MailFromDomain { get; set; }
}
