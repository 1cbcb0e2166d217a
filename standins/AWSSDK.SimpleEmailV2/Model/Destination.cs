using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>Whom a message goes to.</summary>
public partial class Destination
{
    public List<string> ToAddresses { get; set; } = Collections.Initial<string>();

    public List<string> CcAddresses { get; set; } = Collections.Initial<string>();

    public List<string> BccAddresses { get; set; } = Collections.Initial<string>();
}
