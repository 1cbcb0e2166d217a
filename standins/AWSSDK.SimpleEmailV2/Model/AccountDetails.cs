using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>What the account said of itself when it asked for production access.</summary>
public partial class AccountDetails
{
    public MailType MailType { get; set; }

    public string WebsiteURL { get; set; }

    public ContactLanguage ContactLanguage { get; set; }

    public string UseCaseDescription { get; set; }

    public List<string> AdditionalContactEmailAddresses { get; set; } = Collections.Initial<string>();

    public ReviewDetails ReviewDetails { get; set; }
}
