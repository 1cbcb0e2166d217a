using System.Collections.Concurrent;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>The account's identities. A domain stands for its addresses and subdomains; an address's own identity goes before its domain's.</summary>
public sealed class IdentityStore(SharedRandom random)
{
    private const string TokenAlphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly ConcurrentDictionary<string, EmailIdentity> identities = new();

    public IEnumerable<EmailIdentity> All => identities.Values;

    /// <summary>Creates an identity, for a domain with three DKIM tokens.</summary>
    /// <param name="verificationStatus">SUCCESS where DNS (or the mail's link) is taken to be in order.</param>
    /// <exception cref="AwsException"><c>AlreadyExistsException</c>.</exception>
    public EmailIdentity Create(string name, string? configurationSetName = null, string verificationStatus = "SUCCESS")
    {
        var identity = new EmailIdentity(Normalize(name)) { ConfigurationSetName = configurationSetName, VerificationStatus = verificationStatus };
        if (identity.IsDomain)
        {
            identity = identity with { Dkim = new DkimAttributes([Token(), Token(), Token()]) { Status = verificationStatus } };
        }

        return identities.TryAdd(identity.Name, identity)
            ? identity
            : throw new AwsException("AlreadyExistsException", $"Email identity {name} already exist.");
    }

    /// <summary>Puts a changed identity into the place of the one of its name.</summary>
    public EmailIdentity Set(EmailIdentity identity) => identities[Find(identity.Name).Name] = identity;

    public void Delete(string name) => identities.TryRemove(Normalize(name), out _);

    /// <exception cref="AwsException"><c>NotFoundException</c>.</exception>
    public EmailIdentity Find(string name) =>
        identities.GetValueOrDefault(Normalize(name)) ?? throw new AwsException("NotFoundException", $"Email identity {name} does not exist.", 404);

    /// <summary>The verified identity that stands for an address: its own, or its domain's, or that of a domain above.</summary>
    public EmailIdentity? VerifiedFor(string address) => Candidates(Normalize(address)).FirstOrDefault(identity => identity.IsVerified);

    private static string Normalize(string name) => name.Trim().ToLowerInvariant();

    private IEnumerable<EmailIdentity> Candidates(string address)
    {
        if (identities.TryGetValue(address, out var own))
        {
            yield return own;
        }

        for (var domain = address[(address.LastIndexOf('@') + 1)..]; domain.Contains('.', StringComparison.Ordinal); domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (identities.TryGetValue(domain, out var identity))
            {
                yield return identity;
            }
        }
    }

    private string Token() => random.NextText(32, TokenAlphabet);
}
