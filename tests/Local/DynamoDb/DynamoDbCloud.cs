using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.DynamoDb;

/// <summary>The cloud's DynamoDB with a table <c>rows</c> (key id), and a real client of it.</summary>
public sealed class DynamoDbCloud : IAsyncLifetime
{
    private WireServer? server;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    public DynamoDbService Service { get; private set; } = null!;

    public AmazonDynamoDBClient Client { get; private set; } = null!;

    public string Endpoint => server!.Endpoint;

    public CallLog Calls => server!.Calls;

    public async ValueTask InitializeAsync()
    {
        Service = await DynamoDbService.StartAsync(Time);
        server = await WireServer.StartAsync(0, [Service.Api], new CredentialStore());
        Client = NewClient();
        await Service.CreateTableAsync(new TableDefinition("rows", new TableKey("id")), CancellationToken.None);
    }

    public AmazonDynamoDBClient NewClient(int retries = 0, TimeSpan? timeout = null) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonDynamoDBConfig { ServiceURL = Endpoint, MaxErrorRetry = retries, MaxStaleConnectionRetries = 0, Timeout = timeout ?? TimeSpan.FromSeconds(20) });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server!.DisposeAsync();
        await Service.DisposeAsync();
    }

    public static Dictionary<string, AttributeValue> Row(string id, string? value = null)
    {
        Dictionary<string, AttributeValue> row = new() { ["id"] = new AttributeValue(id) };
        if (value is not null)
        {
            row["value"] = new AttributeValue(value);
        }

        return row;
    }
}
