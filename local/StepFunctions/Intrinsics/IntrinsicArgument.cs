using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>What stands between the parentheses of an intrinsic function's call.</summary>
public abstract record IntrinsicArgument;

/// <summary>A text in single quotes.</summary>
/// <param name="Raw">As written, so that States.Format can tell <c>{}</c> from <c>\{\}</c>.</param>
public sealed record TextArgument(string Raw) : IntrinsicArgument
{
    public JsonNode Value => JsonValue.Create(Escapes.Remove(Raw));
}

/// <summary>A number, true, false or null.</summary>
public sealed record LiteralArgument(JsonNode? Value) : IntrinsicArgument;

public sealed record PathArgument(JsonPath Path) : IntrinsicArgument;

/// <summary>A call, on its own or as another call's argument.</summary>
/// <param name="Text">As written in the definition.</param>
/// <param name="Function">E.g. <c>States.Format</c>.</param>
public sealed record IntrinsicCall(string Text, string Function, IReadOnlyList<IntrinsicArgument> Arguments) : IntrinsicArgument
{
    /// <exception cref="PathSyntaxException">The text is not a call of a known function.</exception>
    public static IntrinsicCall Parse(string text) => new IntrinsicParser(text).Parse();

    /// <summary>All paths in the call, those of nested calls included.</summary>
    public IEnumerable<JsonPath> Paths => Arguments.SelectMany(argument => argument switch
    {
        PathArgument path => [path.Path],
        IntrinsicCall call => call.Paths,
        _ => Enumerable.Empty<JsonPath>(),
    });
}
