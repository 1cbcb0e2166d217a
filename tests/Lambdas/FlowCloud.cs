using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using SesCompliance.Lambdas.Clients;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.Logging;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Waits;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Lambdas;

/// <summary>
/// What the functions call, over real sockets and through the product's own clients: DynamoDB with both tables, and SES, Step Functions
/// and CloudWatch that answer as a test tells them to.
/// </summary>
public sealed class FlowCloud : IAsyncLifetime
{
    public const string Suppressions = "suppressions";
    public const string LedgerTable = "ledger";
    public static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    private DynamoDbService dynamoDb = null!;
    private WireServer server = null!;

    public ScriptedService Ses { get; } = ScriptedService.Ses();

    public ScriptedService StepFunctions { get; } = ScriptedService.StepFunctions();

    public ScriptedService CloudWatch { get; } = ScriptedService.CloudWatch();

    public LogCapture Logs { get; } = new();

    public AwsClients Clients { get; private set; } = null!;

    public IAmazonDynamoDB DynamoDb { get; private set; } = null!;

    public DynamoDbFaults Faults => dynamoDb.Faults;

    public ServiceElsewhere Elsewhere => new(server.Endpoint, "eu-west-1", new BasicAWSCredentials("key", "secret"));

    public async ValueTask InitializeAsync()
    {
        dynamoDb = await DynamoDbService.StartAsync(TimeProvider.System);
        server = await WireServer.StartAsync(0, [dynamoDb.Api, Ses.Api, StepFunctions.Api, CloudWatch.Api], new CredentialStore());
        await dynamoDb.CreateTableAsync(new TableDefinition(Suppressions, new TableKey("email")) { Range = new TableKey("reason") }, CancellationToken.None);
        await dynamoDb.CreateTableAsync(new TableDefinition(LedgerTable, new TableKey("sendId")), CancellationToken.None);
        Clients = new AwsClients(Logs.Log, Elsewhere);
        DynamoDb = Clients.DynamoDb();
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await dynamoDb.DisposeAsync();
        Logs.Dispose();
    }

    public SendLedger Ledger(TimeProvider? time = null) => new(DynamoDb, LedgerTable, Keep, time ?? TimeProvider.System);

    public SuppressionTable SuppressionTable() => new(DynamoDb, Suppressions);

    public FlowWait Wait() => new(Clients.StepFunctions());

    public async Task<Dictionary<string, AttributeValue>> LedgerRowAsync(string sendId) =>
        (await DynamoDb.GetItemAsync(new GetItemRequest { TableName = LedgerTable, Key = new() { ["sendId"] = new(sendId) }, ConsistentRead = true }, Cancellation)).Item ?? [];

    public async Task<Dictionary<string, AttributeValue>> SuppressionRowAsync(string email, string reason) =>
        (await DynamoDb.GetItemAsync(
            new GetItemRequest { TableName = Suppressions, Key = new() { ["email"] = new(email), ["reason"] = new(reason) }, ConsistentRead = true }, Cancellation)).Item ?? [];

    public Task PutSuppressionAsync(string email, string reason, params (string Name, string Value)[] attributes) => DynamoDb.PutItemAsync(
        Suppressions,
        new Dictionary<string, AttributeValue>(attributes.Select(pair => KeyValuePair.Create(pair.Name, new AttributeValue(pair.Value))))
        {
            ["email"] = new(email),
            ["reason"] = new(reason),
        },
        Cancellation);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
