namespace SesCompliance.Ops.VerifyDns.Spf;

internal enum SpfTermKind
{
    All,
    Include,
    A,
    Mx,
    Ptr,
    Ip4,
    Ip6,
    Exists,
    Redirect,
    Exp,

    /// <summary>A modifier that receivers pass over (RFC 7208, section 6).</summary>
    UnknownModifier,

    /// <summary>A word that no receiver understands: the whole record is a permanent error.</summary>
    Unknown,
}

/// <summary>One word of an SPF record.</summary>
/// <param name="Text">As it stands there.</param>
internal sealed record SpfTerm(string Text, SpfTermKind Kind)
{
    /// <summary><c>+</c> where none is written.</summary>
    public char Qualifier { get; init; } = '+';

    /// <summary>The name after the colon or the equals sign; null: the record's own.</summary>
    public string? Domain { get; init; }

    /// <summary>Why receivers can't read the term.</summary>
    public string? Flaw { get; init; }

    /// <summary>What was probably meant.</summary>
    public string? Meant { get; init; }

    public bool IsMechanism => Kind is not (SpfTermKind.Redirect or SpfTermKind.Exp or SpfTermKind.UnknownModifier or SpfTermKind.Unknown);

    /// <summary>Whether it makes a receiver ask DNS (RFC 7208, section 4.6.4).</summary>
    public bool AsksDns => Kind is SpfTermKind.Include or SpfTermKind.A or SpfTermKind.Mx or SpfTermKind.Ptr or SpfTermKind.Exists or SpfTermKind.Redirect;

    /// <summary>Whether the name depends on the mail.</summary>
    public bool HasMacro => Domain?.Contains('%', StringComparison.Ordinal) == true;
}
