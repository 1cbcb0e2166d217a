namespace Amazon.SimpleEmailV2.Model;

/// <summary>How the request for production access went.</summary>
public partial class ReviewDetails
{
    public ReviewStatus Status { get; set; }

    public string CaseId { get; set; }
}
