using System.Formats.Cbor;
using Amazon.CloudWatch.Model;

namespace Amazon.CloudWatch.Internal;

/// <summary>Reads alarms.</summary>
internal static class AlarmReader
{
    public static MetricAlarm ReadMetricAlarm(CborReader reader)
    {
        var metricAlarm = new MetricAlarm();
        reader.Members(member => Read(metricAlarm, member, reader));
        return metricAlarm;
    }

    private static void Read(MetricAlarm metricAlarm, string member, CborReader reader)
    {
        switch (member)
        {
            case "ActionsEnabled":
                metricAlarm.ActionsEnabled = reader.ReadBoolean();
                break;
            case "AlarmActions":
                metricAlarm.AlarmActions = reader.List(text => text.ReadTextString());
                break;
            case "AlarmArn":
                metricAlarm.AlarmArn = reader.ReadTextString();
                break;
            case "AlarmConfigurationUpdatedTimestamp":
                metricAlarm.AlarmConfigurationUpdatedTimestamp = reader.Time();
                break;
            case "AlarmDescription":
                metricAlarm.AlarmDescription = reader.ReadTextString();
                break;
            case "AlarmName":
                metricAlarm.AlarmName = reader.ReadTextString();
                break;
            case "ComparisonOperator":
                metricAlarm.ComparisonOperator = reader.ReadTextString();
                break;
            case "DatapointsToAlarm":
                metricAlarm.DatapointsToAlarm = reader.ReadInt32();
                break;
            case "Dimensions":
                metricAlarm.Dimensions = reader.List(MetricQueryReader.ReadDimension);
                break;
            case "EvaluateLowSampleCountPercentile":
                metricAlarm.EvaluateLowSampleCountPercentile = reader.ReadTextString();
                break;
            case "EvaluationPeriods":
                metricAlarm.EvaluationPeriods = reader.ReadInt32();
                break;
            case "EvaluationState":
                metricAlarm.EvaluationState = reader.ReadTextString();
                break;
            case "ExtendedStatistic":
                metricAlarm.ExtendedStatistic = reader.ReadTextString();
                break;
            case "InsufficientDataActions":
                metricAlarm.InsufficientDataActions = reader.List(text => text.ReadTextString());
                break;
            case "MetricName":
                metricAlarm.MetricName = reader.ReadTextString();
                break;
            case "Metrics":
                metricAlarm.Metrics = reader.List(MetricQueryReader.ReadMetricDataQuery);
                break;
            case "Namespace":
                metricAlarm.Namespace = reader.ReadTextString();
                break;
            case "OKActions":
                metricAlarm.OKActions = reader.List(text => text.ReadTextString());
                break;
            case "Period":
                metricAlarm.Period = reader.ReadInt32();
                break;
            case "StateReason":
                metricAlarm.StateReason = reader.ReadTextString();
                break;
            case "StateReasonData":
                metricAlarm.StateReasonData = reader.ReadTextString();
                break;
            case "StateTransitionedTimestamp":
                metricAlarm.StateTransitionedTimestamp = reader.Time();
                break;
            case "StateUpdatedTimestamp":
                metricAlarm.StateUpdatedTimestamp = reader.Time();
                break;
            case "StateValue":
                metricAlarm.StateValue = reader.ReadTextString();
                break;
            case "Statistic":
                metricAlarm.Statistic = reader.ReadTextString();
                break;
            case "Threshold":
                metricAlarm.Threshold = reader.Number();
                break;
            case "ThresholdMetricId":
                metricAlarm.ThresholdMetricId = reader.ReadTextString();
                break;
            case "TreatMissingData":
                metricAlarm.TreatMissingData = reader.ReadTextString();
                break;
            case "Unit":
                metricAlarm.Unit = reader.ReadTextString();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }

    public static CompositeAlarm ReadCompositeAlarm(CborReader reader)
    {
        var compositeAlarm = new CompositeAlarm();
        reader.Members(member => Read(compositeAlarm, member, reader));
        return compositeAlarm;
    }

    private static void Read(CompositeAlarm compositeAlarm, string member, CborReader reader)
    {
        switch (member)
        {
            case "ActionsEnabled":
                compositeAlarm.ActionsEnabled = reader.ReadBoolean();
                break;
            case "ActionsSuppressedBy":
                compositeAlarm.ActionsSuppressedBy = reader.ReadTextString();
                break;
            case "ActionsSuppressedReason":
                compositeAlarm.ActionsSuppressedReason = reader.ReadTextString();
                break;
            case "ActionsSuppressor":
                compositeAlarm.ActionsSuppressor = reader.ReadTextString();
                break;
            case "ActionsSuppressorExtensionPeriod":
                compositeAlarm.ActionsSuppressorExtensionPeriod = reader.ReadInt32();
                break;
            case "ActionsSuppressorWaitPeriod":
                compositeAlarm.ActionsSuppressorWaitPeriod = reader.ReadInt32();
                break;
            case "AlarmActions":
                compositeAlarm.AlarmActions = reader.List(text => text.ReadTextString());
                break;
            case "AlarmArn":
                compositeAlarm.AlarmArn = reader.ReadTextString();
                break;
            case "AlarmConfigurationUpdatedTimestamp":
                compositeAlarm.AlarmConfigurationUpdatedTimestamp = reader.Time();
                break;
            case "AlarmDescription":
                compositeAlarm.AlarmDescription = reader.ReadTextString();
                break;
            case "AlarmName":
                compositeAlarm.AlarmName = reader.ReadTextString();
                break;
            case "AlarmRule":
                compositeAlarm.AlarmRule = reader.ReadTextString();
                break;
            case "InsufficientDataActions":
                compositeAlarm.InsufficientDataActions = reader.List(text => text.ReadTextString());
                break;
            case "OKActions":
                compositeAlarm.OKActions = reader.List(text => text.ReadTextString());
                break;
            case "StateReason":
                compositeAlarm.StateReason = reader.ReadTextString();
                break;
            case "StateReasonData":
                compositeAlarm.StateReasonData = reader.ReadTextString();
                break;
            case "StateTransitionedTimestamp":
                compositeAlarm.StateTransitionedTimestamp = reader.Time();
                break;
            case "StateUpdatedTimestamp":
                compositeAlarm.StateUpdatedTimestamp = reader.Time();
                break;
            case "StateValue":
                compositeAlarm.StateValue = reader.ReadTextString();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }
}
