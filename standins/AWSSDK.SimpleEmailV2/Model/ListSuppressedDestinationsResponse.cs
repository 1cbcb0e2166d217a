using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>A page of the suppression list. NextToken is null on the last.</summary>
public partial class ListSuppressedDestinationsResponse : AmazonWebServiceResponse
{
    public List<SuppressedDestinationSummary> SuppressedDestinationSummaries { get; set; } = Collections.Initial<SuppressedDestinationSummary>();

    public string NextToken { get; set; }
}
