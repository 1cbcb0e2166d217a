namespace SesCompliance.Local.Ses;

/// <summary>A parsed piece of a template.</summary>
internal abstract record TemplateNode
{
    public sealed record Literal(string Value) : TemplateNode;

    /// <param name="Path">E.g. <c>user.name</c>, <c>../total</c>, <c>@index</c>, <c>this</c>.</param>
    public sealed record Variable(string Path) : TemplateNode;

    /// <param name="Kind"><c>if</c>, <c>unless</c>, <c>each</c> or <c>with</c>.</param>
    public sealed record Block(string Kind, string Path, IReadOnlyList<TemplateNode> Body, IReadOnlyList<TemplateNode> Else) : TemplateNode;
}
