using System.Collections.Immutable;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>A created function: what was declared, and what is attached to it.</summary>
public sealed class LambdaFunction(FunctionConfiguration configuration, FunctionCode code, DateTimeOffset created)
{
    private ImmutableList<PermissionStatement> policy = [];

    public FunctionConfiguration Configuration { get; internal set; } = configuration;

    public FunctionCode Code { get; } = code;

    /// <summary>What may stand as a qualifier.</summary>
    public IReadOnlyList<string> Versions { get; } = configuration.Publish ? [FunctionVersion.Latest, "1"] : [FunctionVersion.Latest];

    /// <summary>The version that publishing made; $LATEST where nothing was published.</summary>
    public FunctionVersion Newest => new(this, Versions[^1]);

    public DateTimeOffset LastModified { get; } = created;

    public EventInvokeConfig EventInvokeConfig { get; internal set; } = new();

    /// <summary>The resource policy: who besides the account's own identities may invoke the function.</summary>
    public IReadOnlyList<PermissionStatement> Policy => policy;

    /// <exception cref="AwsException"><c>ResourceConflictException</c> (409): the statement id is taken.</exception>
    internal void Add(PermissionStatement statement) => ImmutableInterlocked.Update(ref policy, statements =>
        statements.Exists(other => other.StatementId == statement.StatementId)
            ? throw new AwsException(
                "ResourceConflictException",
                $"The statement id ({statement.StatementId}) provided already exists. Please provide a new statement id, or remove the existing statement.",
                409)
            : statements.Add(statement));

    internal void Remove(string statementId) =>
        ImmutableInterlocked.Update(ref policy, statements => statements.RemoveAll(statement => statement.StatementId == statementId));
}
