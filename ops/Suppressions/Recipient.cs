using System.CommandLine;
using SesCompliance.Lambdas.Addresses;
using SesCompliance.Lambdas.Feedback;

namespace SesCompliance.Ops.Suppressions;

/// <summary>Addresses as operators give them, in the spelling that the list has them in.</summary>
internal static class Recipient
{
    /// <exception cref="UsageException">No address that mail could be sent to.</exception>
    public static string Parse(string text) => EmailAddress.TryParse(text, out var address, out var problem)
        ? address.Value
        : throw new UsageException($"address is '{text}': it {problem}.");

    /// <summary>As feedback enters it: one that is no address by our rules can stand in the list all the same, and must be found.</summary>
    /// <exception cref="UsageException"/>
    public static string Listed(string text) => RecipientAddress.Normalize(text) ?? throw new UsageException($"address is '{text}': it must be an address.");

    public static Argument<string> Argument() => new("address") { Description = "The address, as user@example.com" };
}
