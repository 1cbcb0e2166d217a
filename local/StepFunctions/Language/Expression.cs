using SesCompliance.Local.StepFunctions.Intrinsics;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>A path or a call of an intrinsic function: what may stand behind a <c>.$</c> field.</summary>
public sealed record Expression(JsonPath? Path, IntrinsicCall? Call)
{
    /// <exception cref="PathSyntaxException">The text is neither.</exception>
    public static Expression Parse(string text) => text.StartsWith('$')
        ? new Expression(JsonPath.Parse(text), null)
        : new Expression(null, IntrinsicCall.Parse(text));

    public IEnumerable<JsonPath> Paths => Path is not null ? [Path] : Call!.Paths;
}
