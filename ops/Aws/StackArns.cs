using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace SesCompliance.Ops.Aws;

/// <summary>The ARNs of a stack's resources, by their names, in the account and region that the session's credentials and settings lead to.</summary>
/// <param name="Partition"><c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</param>
internal sealed record StackArns(Stack Stack, string Partition, string Region, string AccountId)
{
    public string StateMachine => Arn("states", $"stateMachine:{Stack.StateMachine}");

    public string FeedbackTopic => Arn("sns", Stack.FeedbackTopic);

    public string AlertTopic => Arn("sns", Stack.AlertTopic);

    public string FeedbackHandler => Arn("lambda", $"function:{Stack.FeedbackHandler}");

    public string ConfigurationSet => Arn("ses", $"configuration-set/{Stack.ConfigurationSet}");

    /// <summary>Asks STS whose account it is, which needs no permission.</summary>
    /// <exception cref="AmazonClientException">STS refuses the credentials, or cannot be reached.</exception>
    /// <exception cref="CouldNotAskException">No region is set.</exception>
    public static async Task<StackArns> FindAsync(IAmazonSecurityTokenService sts, Stack stack, CancellationToken cancellationToken)
    {
        var caller = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);
        return new(stack, caller.Arn.Split(':')[1], RegionOf(sts), caller.Account);
    }

    /// <summary>With an endpoint URL the client knows its region only by what it signs for.</summary>
    private static string RegionOf(IAmazonSecurityTokenService sts) =>
        sts.Config.RegionEndpoint?.SystemName ?? sts.Config.AuthenticationRegion ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName
            ?? throw new CouldNotAskException("No region is known: set AWS_REGION, or region in the profile");

    private string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{AccountId}:{resource}";
}
