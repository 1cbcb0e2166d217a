using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire;

/// <summary>Keeps an operation honest: a member that it would not honour is refused, never ignored.</summary>
public static class AwsMembers
{
    /// <param name="place">Where the members stand, for the message, e.g. <c>SendEmail.Content</c>.</param>
    /// <param name="errorCode">The service's code for a bad request.</param>
    /// <param name="known">The members that are honoured.</param>
    /// <exception cref="AwsException">The structure has a member besides the known ones.</exception>
    public static void RefuseOthers(this JsonObject structure, string place, string errorCode, params ReadOnlySpan<string> known)
    {
        foreach (var (name, value) in structure)
        {
            if (value is not null && !known.Contains(name))
            {
                throw new AwsException(errorCode, $"{place}.{name} is not supported by the embedded cloud.");
            }
        }
    }
}
