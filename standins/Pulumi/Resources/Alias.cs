namespace Pulumi;

/// <summary>A name that a resource had before, so that it is renamed and not replaced.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }

    /// <exception cref="ArgumentException">The alias says two things at once.</exception>
    internal void Check()
    {
        var parents = (Parent is null ? 0 : 1) + (ParentUrn is null ? 0 : 1) + (NoParent ? 1 : 0);
        if (Urn is not null && (Name ?? Type ?? Stack ?? Project) is not null)
        {
            throw new ArgumentException($"An alias with a {nameof(Urn)} has no other name, type, stack or project.");
        }

        if (parents > (Urn is null ? 1 : 0))
        {
            throw new ArgumentException($"An alias has one of {nameof(Urn)}, {nameof(Parent)}, {nameof(ParentUrn)} and {nameof(NoParent)}.");
        }
    }
}
