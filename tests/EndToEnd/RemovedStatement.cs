using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>A role's policy lacks a statement until this is disposed of.</summary>
internal sealed class RemovedStatement : IDisposable
{
    private readonly Action restore;

    private RemovedStatement(Action restore) => this.restore = restore;

    public static RemovedStatement From(IamStore iam, string role, string policy, string action)
    {
        var text = iam.Roles.Single(candidate => candidate.Name == role).InlinePolicies.Single(candidate => candidate.Name == policy).Document.Text;
        var document = JsonNode.Parse(text)!;
        var statements = document["Statement"]!.AsArray();
        statements.Remove(statements.Single(statement => statement!["Action"]!.AsArray().Any(candidate => candidate!.GetValue<string>() == action)));
        iam.PutRolePolicy(role, policy, document.ToJsonString());
        return new RemovedStatement(() => iam.PutRolePolicy(role, policy, text));
    }

    public void Dispose() => restore();
}
