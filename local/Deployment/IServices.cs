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

namespace SesCompliance.Local.Deployment;

/// <summary>The services that a deployment makes resources in: the running cloud's, or those of a plan, which start nothing.</summary>
public interface IServices
{
    AlarmStore Alarms { get; }

    DashboardStore Dashboards { get; }

    ITables DynamoDb { get; }

    IamStore Iam { get; }

    IFunctions Lambda { get; }

    LogStore Logs { get; }

    SesService Ses { get; }

    Topics Topics { get; }

    Queues Queues { get; }

    StateMachines StateMachines { get; }

    Zones Zones { get; }

    /// <summary>What is deployed in them.</summary>
    Checkpoints Checkpoints { get; }

    /// <summary>What clients take as endpoint URL.</summary>
    string Endpoint { get; }
}
