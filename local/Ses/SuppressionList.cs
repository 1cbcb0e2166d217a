using System.Collections.Concurrent;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <param name="Reason">BOUNCE or COMPLAINT.</param>
/// <param name="MessageId">The mail that caused it, where SES itself wrote the entry.</param>
public sealed record SuppressedDestination(string EmailAddress, string Reason, DateTimeOffset LastUpdateTime, string? MessageId = null, string? FeedbackId = null);

/// <summary>The account-level suppression list. Mail to its addresses is accepted, counted and never sent.</summary>
public sealed class SuppressionList(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SuppressedDestination> destinations = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<SuppressedDestination> All => destinations.Values;

    /// <exception cref="AwsException"><c>BadRequestException</c>.</exception>
    public void Put(string emailAddress, string reason, string? messageId = null, string? feedbackId = null)
    {
        var address = MailAddress.Parse(emailAddress).Address;
        if (reason is not ("BOUNCE" or "COMPLAINT"))
        {
            throw new AwsException("BadRequestException", $"Reason {reason} is neither BOUNCE nor COMPLAINT.");
        }

        destinations[address] = new SuppressedDestination(address, reason, time.GetUtcNow(), messageId, feedbackId);
    }

    public SuppressedDestination? Lookup(string address) => destinations.GetValueOrDefault(address);

    /// <exception cref="AwsException"><c>NotFoundException</c>.</exception>
    public SuppressedDestination Find(string emailAddress) => Lookup(emailAddress) ?? throw Missing(emailAddress);

    /// <exception cref="AwsException"><c>NotFoundException</c>.</exception>
    public void Delete(string emailAddress)
    {
        if (!destinations.TryRemove(emailAddress, out _))
        {
            throw Missing(emailAddress);
        }
    }

    private static AwsException Missing(string emailAddress) =>
        new("NotFoundException", $"Email address {emailAddress} does not exist on your suppression list.", 404);
}
