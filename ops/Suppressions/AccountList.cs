using System.Runtime.CompilerServices;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using SesCompliance.Lambdas.SuppressionList;

namespace SesCompliance.Ops.Suppressions;

/// <summary>SES's own suppression list of the account and region, to whose addresses SES accepts mail and drops it.</summary>
internal sealed class AccountList(IAmazonSimpleEmailServiceV2 ses)
{
    /// <summary>The API's limit.</summary>
    private const int LargestPage = 1000;

    /// <summary>Null where the address is not on it.</summary>
    public async Task<AccountEntry?> FindAsync(string email, CancellationToken cancellationToken)
    {
        try
        {
            var entry = (await ses.GetSuppressedDestinationAsync(new GetSuppressedDestinationRequest { EmailAddress = email }, cancellationToken)).SuppressedDestination;
            return new AccountEntry(entry.Reason?.Value ?? "", Utc(entry.LastUpdateTime), entry.Attributes?.MessageId, entry.Attributes?.FeedbackId);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>Takes an address off; one that is not on it is as good.</summary>
    public async Task DeleteAsync(string email, CancellationToken cancellationToken)
    {
        try
        {
            await ses.DeleteSuppressedDestinationAsync(new DeleteSuppressedDestinationRequest { EmailAddress = email }, cancellationToken);
        }
        catch (NotFoundException)
        {
            // Somebody else took it off, or an earlier run that was cut short.
        }
    }

    /// <summary>Every entry, a thousand a call.</summary>
    public async IAsyncEnumerable<(string Email, string Reason, DateTimeOffset? LastUpdateTime)> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListSuppressedDestinationsRequest { PageSize = LargestPage };
        do
        {
            var page = await ses.ListSuppressedDestinationsAsync(request, cancellationToken);
            foreach (var entry in page.SuppressedDestinationSummaries ?? [])
            {
                yield return (entry.EmailAddress, entry.Reason?.Value ?? "", Utc(entry.LastUpdateTime));
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    /// <summary>For which reasons SES drops mail of this configuration set: its own, or else the account's.</summary>
    public async Task<IReadOnlyList<string>> ReasonsInForceAsync(string configurationSet, CancellationToken cancellationToken)
    {
        try
        {
            var set = await ses.GetConfigurationSetAsync(new GetConfigurationSetRequest { ConfigurationSetName = configurationSet }, cancellationToken);
            if (set.SuppressionOptions is { } own)
            {
                return own.SuppressedReasons ?? [];
            }
        }
        catch (NotFoundException)
        {
            // The stack is not deployed, or not here; what the account does is then the answer.
        }

        return (await ses.GetAccountAsync(new GetAccountRequest(), cancellationToken)).SuppressionAttributes?.SuppressedReasons ?? [];
    }

    private static DateTimeOffset? Utc(DateTime? time) => time is { } value ? new DateTimeOffset(value.ToUniversalTime()) : null;
}
