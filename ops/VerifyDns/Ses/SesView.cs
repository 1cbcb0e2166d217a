using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using SesCompliance.Ops.Aws;

namespace SesCompliance.Ops.VerifyDns.Ses;

internal enum SesWord
{
    /// <summary>Nobody asked: --no-aws, or no credentials here.</summary>
    NotAsked,

    Identity,

    /// <summary>This account has no such identity in the region.</summary>
    NoIdentity,

    Unanswered,
}

/// <summary>What SES itself says of the domain.</summary>
/// <param name="Trouble">Why there is no answer.</param>
internal sealed record SesView(SesWord Word, GetEmailIdentityResponse? Identity = null, string? Trouble = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<SesView> AskAsync(Func<IAmazonSimpleEmailServiceV2> ses, string domain, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            return new SesView(SesWord.Identity, await ses().GetEmailIdentityAsync(new GetEmailIdentityRequest { EmailIdentity = domain }, deadline.Token));
        }
        catch (NotFoundException)
        {
            return new SesView(SesWord.NoIdentity);
        }
        catch (Exception error) when (error is AmazonServiceException or HttpRequestException)
        {
            return new SesView(SesWord.Unanswered, Trouble: AwsTrouble.Of(error));
        }
        catch (AmazonClientException error)
        {
            // The SDK's own word, before anything was sent: it found no credentials or no region.
            return new SesView(SesWord.NotAsked, Trouble: AwsTrouble.Of(error));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SesView(SesWord.Unanswered, Trouble: $"SES did not answer within {Patience.TotalSeconds} s");
        }
    }
}
