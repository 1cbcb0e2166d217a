using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Ops.Suppressions;

public enum DifferenceKind
{
    /// <summary>SES drops mail to the address, and the stack would send it.</summary>
    OnlyInSes,

    /// <summary>The stack stops mail for a bounce or complaint that SES's list does not have.</summary>
    OnlyHere,

    /// <summary>Both have it, for different reasons.</summary>
    ReasonDiffers,

    /// <summary>Removed here after SES listed it, and still on SES's list.</summary>
    RemovedHere,
}

/// <param name="AccountReason">SES's reason; null where its list does not have the address.</param>
/// <param name="Reasons">The reasons in force here, without MANUAL, which SES does not know.</param>
public sealed record Difference(string Email, DifferenceKind Kind, string? AccountReason, IReadOnlyList<string> Reasons)
{
    /// <summary>Whether --fix copied SES's entry.</summary>
    public bool? Copied { get; init; }

    /// <summary>As SES's list spells the address.</summary>
    internal string? AccountSpelling { get; init; }

    /// <summary>Whether SES's entry is news to this list.</summary>
    internal bool CanBeCopied => Kind is DifferenceKind.OnlyInSes or DifferenceKind.ReasonDiffers;

    public override string ToString() => Kind switch
    {
        DifferenceKind.OnlyInSes => $"only in SES's list   {Email} ({AccountReason}){Fixed}",
        DifferenceKind.OnlyHere => $"only here            {Email} ({string.Join(", ", Reasons)})",
        DifferenceKind.ReasonDiffers => $"reason differs       {Email} (SES: {AccountReason}, here: {string.Join(", ", Reasons)}){Fixed}",
        _ => $"removed here         {Email} (SES still drops its mail: {AccountReason}); finish with: suppressions remove {Email}",
    };

    private string Fixed => Copied switch
    {
        true => ": copied",
        false => ": not copied, it is no longer so",
        null => "",
    };
}
