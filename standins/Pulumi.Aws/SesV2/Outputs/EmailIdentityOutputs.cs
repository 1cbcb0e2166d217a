using System.Collections.Immutable;

namespace Pulumi.Aws.SesV2.Outputs;

[OutputType]
public sealed class EmailIdentityDkimSigningAttributes
{
    public readonly string? CurrentSigningKeyLength;
    public readonly string? NextSigningKeyLength;
    public readonly string? SigningAttributesOrigin;
    public readonly string? Status;
    public readonly ImmutableArray<string> Tokens;

    [OutputConstructor]
    private EmailIdentityDkimSigningAttributes(
        string? currentSigningKeyLength,
        string? nextSigningKeyLength,
        string? signingAttributesOrigin,
        string? status,
        ImmutableArray<string> tokens)
    {
        CurrentSigningKeyLength = currentSigningKeyLength;
        NextSigningKeyLength = nextSigningKeyLength;
        SigningAttributesOrigin = signingAttributesOrigin;
        Status = status;
        Tokens = tokens;
    }
}
