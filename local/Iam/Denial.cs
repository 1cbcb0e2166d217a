using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Iam;

/// <summary>How one service says that something is not allowed.</summary>
/// <param name="Code">The error's code.</param>
/// <param name="StatusCode">The HTTP status.</param>
public sealed record Denial(string Code, int StatusCode)
{
    /// <summary>The sentence that most services share (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html).</summary>
    public Func<AccessDecision, string> Wording { get; init; } = decision => Sentence(decision, decision.Request.Action);

    /// <param name="action">As the service writes it.</param>
    public static string Sentence(AccessDecision decision, string action, bool namesResource = true) =>
        $"User: {decision.Request.Principal.Name} is not authorized to perform: {action}{(namesResource ? $" on resource: {decision.Request.Resource}" : "")} {Reason(decision, action)}";

    public AwsException Of(AccessDecision decision) => new(Code, Wording(decision), StatusCode);

    private static string Reason(AccessDecision decision, string action) => decision.DeniedBy is { } denying
        ? $"with an explicit deny in {Article(denying.Policy.Document.Kind)} policy"
        : $"because no {(decision.Request.Principal is ServicePrincipal ? "resource" : "identity")}-based policy allows the {action} action";

    private static string Article(PolicyKind kind) => kind == PolicyKind.Identity ? "an identity-based" : "a resource-based";
}
