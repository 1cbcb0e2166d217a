using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Local;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Tests.EndToEnd;
using SesCompliance.Tests.EndToEnd.Samples;

namespace SesCompliance.Tests.Ops.Permissions;

/// <summary>
/// Every command of ses-ops, run by a user with the reading policy, and those that change something by one with both, on a stack that has something for each;
/// the access log tells which statement allowed what.
/// </summary>
public sealed class OperatorFixture : IAsyncLifetime
{
    private const string Name = "ops";

    private readonly ConcurrentDictionary<string, OpsRun> reader = new();
    private readonly ConcurrentDictionary<string, OpsRun> writer = new();

    public Cloud Cloud { get; private set; } = null!;

    internal IReadOnlyDictionary<string, OpsRun> Reader => reader;

    internal IReadOnlyDictionary<string, OpsRun> Writer => writer;

    /// <summary>The doctor, asked by the reader where SES has no identity for the domain.</summary>
    internal OpsRun DoctorWithoutIdentity { get; private set; } = null!;

    /// <summary>What was decided while the reader's reading commands ran.</summary>
    public IReadOnlyList<RecordedDecision> Read { get; private set; } = [];

    /// <summary>What was decided of both users in all.</summary>
    public IReadOnlyList<RecordedDecision> Decisions { get; private set; } = [];

    /// <summary>All that the stack holds, before and after the reader's changing commands.</summary>
    public (string Before, string After) State { get; private set; }

    public AttachedPolicy ReadPolicy => Policy("operatorReadPolicyArn");

    public AttachedPolicy WritePolicy => Policy("operatorWritePolicyArn");

    private StackClient Stack { get; set; } = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Suppressions => Stack.Stack.Outputs["suppressionTable"];

    /// <summary>Whether a managed policy of a stack is judged here.</summary>
    public static bool IsForOperators(string policy, string stack) => policy == $"ses-operator-read-{stack}" || policy == $"ses-operator-write-{stack}";

    public async ValueTask InitializeAsync()
    {
        Cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { } }, Cancelled);
        Stack = await TestStack.DeployAsync(
            Cloud, Name, ("domain", OperatorCommand.Domain), ("fromAddress", $"verify@{OperatorCommand.Domain}"), ("identityMode", "create"), ("hostedZone", "Z0123456789ABCDEFGHIJ"));
        await PrepareAsync();
        var (read, write) = (User("reader", "operatorReadPolicyArn"), User("writer", "operatorReadPolicyArn", "operatorWritePolicyArn"));
        await RunAsync(reader, read, OperatorCommand.Reading);
        Cloud.Ses.Identities.Delete(OperatorCommand.Domain);
        DoctorWithoutIdentity = await RunAsync(read, "doctor", "--domain", OperatorCommand.Domain);
        Cloud.Ses.Identities.Create(OperatorCommand.Domain);
        Read = DecisionsOf(read);

        var before = await StateAsync();
        await RunAsync(reader, read, OperatorCommand.Changing);
        State = (before, await StateAsync());
        await RunAsync(writer, write, OperatorCommand.Changing);
        Decisions = [.. DecisionsOf(read), .. DecisionsOf(write)];
    }

    public async ValueTask DisposeAsync()
    {
        Stack?.Dispose();
        if (Cloud is not null)
        {
            await Cloud.DisposeAsync();
        }
    }

    private async Task PrepareAsync()
    {
        Assert.Equal("Delivered", (await Stack.SendAsync(StackClient.Mail("success@simulator.amazonses.com"), OperatorCommand.SendId)).Kind);
        foreach (var email in (string[])[OperatorCommand.Suppressed, "removed@example.net", "purged@example.net"])
        {
            await new SuppressionTable(Stack.Clients.DynamoDb, Suppressions).RecordAsync(
                new Sighting(email, SuppressionReason.Bounce, SampleMail.SentAt, $"f-{email}", true, "Permanent", null, "message-1", "550 5.1.1"), Cancelled);
            Cloud.Ses.Suppressions.Put(email, "BOUNCE");
        }

        Cloud.Ses.Suppressions.Put(OperatorCommand.OnlyInSes, "BOUNCE", "message-2", "feedback-2");
        await Cloud.Queues.SendAsync(Account.Arn("sqs", $"ses-feedback-undelivered-{Name}"), Notification(SampleMail.New().Bounce()).ToJsonString(), null, Cancelled);
        var record = new JsonObject { ["requestPayload"] = new JsonObject { ["Records"] = new JsonArray(new JsonObject { ["Sns"] = Notification(SampleMail.New().Bounce()) }) } };
        await Cloud.Queues.SendAsync(Account.Arn("sqs", $"ses-feedback-unprocessed-{Name}"), record.ToJsonString(), null, Cancelled);
    }

    private static JsonObject Notification(string message) => new() { ["MessageId"] = "m", ["Message"] = message, ["Timestamp"] = "2026-11-24T09:00:03.000Z" };

    private AccessKey User(string name, params string[] policyOutputs)
    {
        var user = Cloud.Iam.CreateUser(name);
        foreach (var output in policyOutputs)
        {
            Cloud.Iam.AttachUserPolicy(name, Stack.Stack.Outputs[output]);
        }

        return Cloud.Credentials.CreateAccessKey(user);
    }

    /// <summary>As many at once as help. Those that hide dead letters from each other go one after the other, and so does the comparison of lists after what makes them differ.</summary>
    private Task RunAsync(ConcurrentDictionary<string, OpsRun> runs, AccessKey user, IReadOnlyList<OperatorCommand> commands) => Parallel.ForEachAsync(
        commands.GroupBy(command => command.Arguments[0] == "feedback" ? "feedback" : command.Name == "fix" ? "add" : command.Name),
        new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancelled },
        async (chain, _) =>
        {
            foreach (var command in chain)
            {
                runs[command.Name] = await RunAsync(user, command.Arguments);
            }
        });

    private Task<OpsRun> RunAsync(AccessKey user, params string[] arguments) => OpsRun.OfUserAsync(
        user, Cloud.Endpoint, Name, [.. arguments.Select(argument => argument == "NAMESERVER" ? Cloud.NameServer.EndPoint.ToString() : argument)]);

    private List<RecordedDecision> DecisionsOf(AccessKey user)
    {
        var caller = Cloud.Credentials.Identify(user.AccessKeyId);
        return [.. Cloud.Access.Log.Snapshot().Where(recorded => recorded.Decision.Request.Principal.Name == caller.Name)];
    }

    private async Task<string> StateAsync()
    {
        var rows = (await Stack.Clients.DynamoDb.ScanAsync(new ScanRequest { TableName = Suppressions, ConsistentRead = true }, Cancelled)).Items;
        var executions = await Stack.Clients.StepFunctions.ListExecutionsAsync(new() { StateMachineArn = Stack.StateMachineArn }, Cancelled);
        IEnumerable<string> all =
        [
            .. rows.Select(row => string.Join(' ', row.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value.S}{field.Value.N}"))).Order(StringComparer.Ordinal),
            .. Cloud.Ses.Suppressions.All.Select(entry => entry.ToString()).Order(StringComparer.Ordinal),
            .. ((string[])["undelivered", "unprocessed"]).Select(kind => $"{kind}: {Cloud.Queues.Named($"ses-feedback-{kind}-{Name}").Count()}"),
            .. executions.Executions.Select(execution => execution.ExecutionArn),
        ];
        return string.Join('\n', all);
    }

    private AttachedPolicy Policy(string output) => Cloud.Iam.Policies.Single(policy => policy.Arn == Stack.Stack.Outputs[output]).AsAttached;
}
