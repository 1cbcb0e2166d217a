using System.Collections.Immutable;
using System.Text.Json;

namespace SesCompliance.Tests.Infra;

/// <summary>A resource as the program registered it.</summary>
internal sealed record DeclaredResource(string Type, string Name, ImmutableDictionary<string, object> Inputs)
{
    /// <summary>The parent's name; null for what hangs on the stack itself.</summary>
    public string? Parent { get; init; }

    /// <summary>Whether Pulumi refuses to delete or replace it.</summary>
    public bool Protect { get; init; }

    public string Text(string path) => (string)Value(path);

    public int Number(string path) => (int)(double)Value(path);

    public double Fraction(string path) => (double)Value(path);

    public bool Flag(string path) => (bool)Value(path);

    public IReadOnlyList<string> Texts(string path) => [.. ((ImmutableArray<object>)Value(path)).Cast<string>()];

    public JsonElement Json(string path) => JsonDocument.Parse(Text(path)).RootElement;

    /// <summary>An input by its path: <c>a.b.0.c</c>.</summary>
    public object Value(string path) => path.Split('.').Aggregate<string, object>(Inputs, (value, part) => value switch
    {
        ImmutableDictionary<string, object> map => map.GetValueOrDefault(part) ?? throw new KeyNotFoundException($"{Type} '{Name}' has no {path}"),
        ImmutableArray<object> list => list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)],
        _ => throw new KeyNotFoundException($"{Type} '{Name}' has no {path}"),
    });

    public override string ToString() => $"{Type} '{Name}'";
}
