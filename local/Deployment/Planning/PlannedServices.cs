using SesCompliance.Local.CloudWatch;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.Logs;
using SesCompliance.Local.Route53;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Sns;
using SesCompliance.Local.Sqs;
using SesCompliance.Local.StepFunctions;

namespace SesCompliance.Local.Deployment.Planning;

/// <summary>
/// The services that live in memory as the cloud has them, and, of those that would take a process or a port (DynamoDB, Lambda, the wire), only what they check.
/// </summary>
internal sealed class PlannedServices : IServices, IAsyncDisposable
{
    /// <summary>Stands where the endpoint's address will: a value with it in it is known only when the cloud is up.</summary>
    public const string UnknownEndpoint = "http://endpoint.invalid";

    /// <param name="endpoint">Of the cloud that the plan is for.</param>
    public PlannedServices(string endpoint = UnknownEndpoint)
    {
        Endpoint = endpoint;
        var clock = new CloudClock();
        var access = new Access(Iam);
        var outbox = new Outbox(new SesOptions().OutboxCapacity);
        var random = new Random(0);
        var functions = new PlannedFunctions(clock, access);
        Lambda = functions;
        Logs = new LogStore(clock);
        Queues = new Queues(clock, access);
        Topics = new Topics(clock, random, functions, Queues, outbox, access);
        Ses = new SesService(clock, random, Topics, outbox);
        StateMachines = new StateMachines(clock, random, functions, access);
        Alarms = new AlarmStore(new MetricStore(clock), Topics);
        Dashboards = new DashboardStore(clock);
    }

    public AlarmStore Alarms { get; }

    public DashboardStore Dashboards { get; }

    public ITables DynamoDb { get; } = new PlannedTables();

    public IamStore Iam { get; } = new();

    public IFunctions Lambda { get; }

    public LogStore Logs { get; }

    public SesService Ses { get; }

    public Topics Topics { get; }

    public Queues Queues { get; }

    public StateMachines StateMachines { get; }

    public Zones Zones { get; } = new();

    public Checkpoints Checkpoints { get; } = new();

    public string Endpoint { get; }

    public async ValueTask DisposeAsync()
    {
        await StateMachines.DisposeAsync();
        await Alarms.DisposeAsync();
        await Ses.DisposeAsync();
        await Topics.DisposeAsync();
    }
}
