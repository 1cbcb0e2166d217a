namespace Pulumi.Aws.SesV2.Inputs;

public sealed class EmailIdentityDkimSigningAttributesArgs : ResourceArgs
{
    [Input("domainSigningPrivateKey")]
    public Input<string>? DomainSigningPrivateKey { get; set; }

    [Input("domainSigningSelector")]
    public Input<string>? DomainSigningSelector { get; set; }

    [Input("nextSigningKeyLength")]
    public Input<string>? NextSigningKeyLength { get; set; }
}
