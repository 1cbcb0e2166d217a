using SesCompliance.Local.CloudWatch;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.Logs;
using SesCompliance.Local.Route53;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Sqs;
using SesCompliance.Local.StepFunctions;
using SesCompliance.Local.Sts;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local;

/// <param name="Port">The port of the cloud's endpoint; 0 takes any free one.</param>
/// <param name="Seed">Of every random choice (jitter, ids); null takes a new one each time.</param>
public sealed record CloudOptions(int Port = 0, int? Seed = null)
{
    public SesOptions Ses { get; init; } = new();

    public SnsOptions Sns { get; init; } = new();

    /// <summary>Whether policies decide what each caller may do; without, everybody may do everything.</summary>
    public bool EnforcesPermissions { get; init; } = true;

    /// <summary>Takes what an operator should hear.</summary>
    public Action<string> Warn { get; init; } = Console.Error.WriteLine;
}

/// <summary>The embedded cloud: every service on one clock, behind one port of this machine's loopback. What is in it ends with it.</summary>
public sealed class Cloud : IServices, IAsyncDisposable
{
    private readonly CloudOptions options;
    private readonly Random random;

    private Cloud(CloudOptions options)
    {
        this.options = options;
        random = options.Seed is { } seed ? new Random(seed) : new Random();
        Access = new Access(Iam, options.EnforcesPermissions);
        Logs = new LogStore(Clock);
        Queues = new Queues(Clock, Access);
        Metrics = new MetricStore(Clock);
        Dashboards = new DashboardStore(Clock);
        Outbox = new Outbox(options.Ses.OutboxCapacity);
    }

    public CloudClock Clock { get; } = new();

    public CredentialStore Credentials { get; } = new();

    public IamStore Iam { get; } = new();

    /// <summary>Judges every call, and keeps what was decided.</summary>
    public Access Access { get; }

    public LogStore Logs { get; }

    public Queues Queues { get; }

    public MetricStore Metrics { get; }

    public DashboardStore Dashboards { get; }

    /// <summary>Every mail that left the cloud.</summary>
    public Outbox Outbox { get; }

    /// <summary>Route 53's hosted zones.</summary>
    public Zones Zones { get; } = new();

    public DynamoDbService DynamoDb { get; private set; } = null!;

    public LambdaService Lambda { get; private set; } = null!;

    public Topics Topics { get; private set; } = null!;

    public AlarmStore Alarms { get; private set; } = null!;

    public SesService Ses { get; private set; } = null!;

    public StateMachines StateMachines { get; private set; } = null!;

    public WireServer Wire { get; private set; } = null!;

    /// <summary>Every service's face on the wire.</summary>
    public IReadOnlyList<AwsApi> Apis { get; private set; } = [];

    /// <summary>What clients take as endpoint URL, e.g. <c>http://127.0.0.1:4570</c>.</summary>
    public string Endpoint => Wire.Endpoint;

    ITables IServices.DynamoDb => DynamoDb;

    IFunctions IServices.Lambda => Lambda;

    /// <exception cref="DynamoDbUnavailableException">Node.js or dynalite is missing.</exception>
    public static async Task<Cloud> StartAsync(CloudOptions options, CancellationToken cancellationToken)
    {
        var cloud = new Cloud(options);
        try
        {
            await cloud.StartAsync(cancellationToken);
            return cloud;
        }
        catch
        {
            await cloud.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the services in the order in which work flows: first what starts work, last what takes it.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in new IAsyncDisposable?[] { StateMachines, Ses, Alarms, Topics, Lambda, Wire, DynamoDb })
        {
            if (service is not null)
            {
                await service.DisposeAsync();
            }
        }
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        DynamoDb = await DynamoDbService.StartAsync(Clock, cancellationToken);
        Lambda = await LambdaService.StartAsync(
            Clock, Credentials, Queues, Logs, () => Endpoint, new LambdaOptions { Warn = options.Warn, Metrics = new LambdaMetrics(Metrics), Access = Access }, cancellationToken);
        Topics = new Topics(Clock, Fork(), Lambda, Queues, Outbox, Access, options.Sns);
        Alarms = new AlarmStore(Metrics, Topics, options.Warn, new QueueMetrics(Metrics, Queues).Measure);
        Ses = new SesService(Clock, Fork(), Topics, Outbox, options.Ses, new SesMetrics(Metrics));
        StateMachines = new StateMachines(Clock, Fork(), Lambda, Access);
        Apis =
        [
            CloudWatchApi.For(Metrics, Alarms, Dashboards),
            DynamoDb.Api,
            LambdaApi.Create(Lambda),
            LogsApi.Create(Logs),
            OutboxApi.For(Outbox),
            SesApi.For(Ses),
            SnsApi.For(Topics),
            SqsApi.For(Queues),
            StepFunctionsApi.For(StateMachines),
            StsApi.Create(),
        ];
        Wire = await WireServer.StartAsync(options.Port, Apis, Credentials, new WireOptions { Time = Clock, Authorizer = new CallAuthorizer(Access) }, cancellationToken);
    }

    /// <summary>A random source for one service, so that one service's use does not change another's numbers.</summary>
    private Random Fork() => new(random.Next());
}
