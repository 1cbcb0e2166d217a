using System.Collections.Immutable;

namespace SesCompliance.Local.Iam;

/// <summary>Who wants something: an identity of the account, or one of AWS's services.</summary>
public interface IPrincipal
{
    /// <summary>As denials name it.</summary>
    string Name { get; }

    /// <summary>The condition keys that come with the principal.</summary>
    ImmutableSortedDictionary<string, string> Context { get; }
}
