using System.Collections.Immutable;
using System.Globalization;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>A created function: what was declared, and what is attached to it.</summary>
public sealed class LambdaFunction(FunctionConfiguration configuration, FunctionCode code, DateTimeOffset created)
{
    private ImmutableList<PermissionStatement> policy = [];

    private ImmutableList<FunctionConfiguration> published = configuration.Publish ? [configuration] : [];

    /// <summary>Of $LATEST.</summary>
    public FunctionConfiguration Configuration { get; internal set; } = configuration;

    public FunctionCode Code { get; } = code;

    /// <summary>What may stand as a qualifier: $LATEST, and the published versions from 1 on.</summary>
    public IEnumerable<string> Versions => [FunctionVersion.Latest, .. published.Select((_, index) => (index + 1).ToString(CultureInfo.InvariantCulture))];

    /// <summary>The version published last; $LATEST where nothing was published.</summary>
    public FunctionVersion Newest => new(this, Versions.Last());

    public DateTimeOffset LastModified { get; } = created;

    public EventInvokeConfig EventInvokeConfig { get; internal set; } = new();

    /// <summary>The resource policy: who besides the account's own identities may invoke the function.</summary>
    public IReadOnlyList<PermissionStatement> Policy => policy;

    /// <summary>A version's configuration: what $LATEST's was when it was published.</summary>
    public FunctionConfiguration ConfigurationOf(string version) =>
        version == FunctionVersion.Latest ? Configuration : published[int.Parse(version, CultureInfo.InvariantCulture) - 1];

    /// <summary>Makes a version of what $LATEST is now.</summary>
    internal void PublishVersion() => published = published.Add(Configuration);

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
