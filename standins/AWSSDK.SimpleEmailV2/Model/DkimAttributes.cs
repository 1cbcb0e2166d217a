using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>How mail of an identity is signed.</summary>
public partial class DkimAttributes
{
    public bool? SigningEnabled { get; set; }

    public DkimStatus Status { get; set; }

    public List<string> Tokens { get; set; } = Collections.Initial<string>();

    public string SigningHostedZone { get; set; }

    public DkimSigningAttributesOrigin SigningAttributesOrigin { get; set; }

    public DkimSigningKeyLength NextSigningKeyLength { get; set; }

    public DkimSigningKeyLength CurrentSigningKeyLength { get; set; }

    public DateTime? LastKeyGenerationTimestamp { get; set; }
}
