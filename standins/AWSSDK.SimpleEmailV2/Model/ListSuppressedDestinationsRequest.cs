using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>Asks for a page of the suppression list.</summary>
public partial class ListSuppressedDestinationsRequest : AmazonSimpleEmailServiceV2Request
{
    public List<string> Reasons { get; set; } = Collections.Initial<string>();

    public DateTime? StartDate { get; set; }

    public DateTime? EndDate { get; set; }

    public string NextToken { get; set; }

    public int? PageSize { get; set; }
}
