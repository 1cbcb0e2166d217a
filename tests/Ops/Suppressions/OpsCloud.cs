using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Wire;
using SesCompliance.Tests.Local.Ses;

namespace SesCompliance.Tests.Ops.Suppressions;

/// <summary>What the suppressions commands touch, on the wire: stack ops's table, and SES with the stack's configuration set.</summary>
public sealed class OpsCloud : IAsyncLifetime
{
    public const string Stack = "ops";
    public const string Table = $"ses-email-suppression-list-{Stack}";

    private DynamoDbService dynamoDb = null!;
    private WireServer server = null!;

    public SesService Ses { get; private set; } = null!;

    public IAmazonDynamoDB DynamoDb { get; private set; } = null!;

    public string Endpoint => server.Endpoint;

    /// <summary>What the functions ask: the same code as theirs.</summary>
    public SuppressionTable Functions => new(DynamoDb, Table);

    public async ValueTask InitializeAsync()
    {
        dynamoDb = await DynamoDbService.StartAsync(TimeProvider.System);
        Ses = new SesService(TimeProvider.System, new Random(1), new RecordingTopics(), options: SesWorld.NoDelays);
        Ses.ConfigurationSets.Create(new ConfigurationSet($"ses-compliance-{Stack}"));
        server = await WireServer.StartAsync(0, [dynamoDb.Api, SesApi.For(Ses)], new CredentialStore());
        await CreateTableAsync(Stack);
        DynamoDb = new AmazonDynamoDBClient(new BasicAWSCredentials("key", "secret"), new AmazonDynamoDBConfig { ServiceURL = Endpoint, AuthenticationRegion = "us-east-1" });
    }

    public async ValueTask DisposeAsync()
    {
        DynamoDb.Dispose();
        await server.DisposeAsync();
        await Ses.DisposeAsync();
        await dynamoDb.DisposeAsync();
    }

    /// <summary>A suppression list of its own for a test that looks at a whole table.</summary>
    public Task CreateTableAsync(string stack) => dynamoDb.CreateTableAsync(
        new TableDefinition($"ses-email-suppression-list-{stack}", new TableKey("email")) { Range = new TableKey("reason") }, CancellationToken.None);

    /// <summary>An address that no other test uses.</summary>
    public static string NewAddress(string domain = "example.com") => $"u{Guid.NewGuid():N}@{domain}";

    /// <summary>Enters feedback as the handler does.</summary>
    public Task<Suppression> SeenAsync(string email, SuppressionReason reason, DateTimeOffset at, string stack = Stack, string bounceType = "Permanent") =>
        new SuppressionTable(DynamoDb, $"ses-email-suppression-list-{stack}").RecordAsync(
            new Sighting(email, reason, at, $"f{Guid.NewGuid():N}", true, reason == SuppressionReason.Bounce ? bounceType : null, null, "message-1", "550 5.1.1"), Cancellation);

    public async Task<Dictionary<string, AttributeValue>> RowAsync(string email, SuppressionReason reason) =>
        (await DynamoDb.GetItemAsync(new GetItemRequest { TableName = Table, Key = SuppressionItem.Key(email, reason), ConsistentRead = true }, Cancellation)).Item ?? [];

    public async Task<Suppression> SuppressionAsync(string email, SuppressionReason reason) => SuppressionItem.Read(await RowAsync(email, reason))!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
