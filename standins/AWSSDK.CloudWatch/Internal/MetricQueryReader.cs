using System.Formats.Cbor;
using Amazon.CloudWatch.Model;

namespace Amazon.CloudWatch.Internal;

/// <summary>Reads the metrics and expressions of an alarm.</summary>
internal static class MetricQueryReader
{
    public static MetricDataQuery ReadMetricDataQuery(CborReader reader)
    {
        var metricDataQuery = new MetricDataQuery();
        reader.Members(member => Read(metricDataQuery, member, reader));
        return metricDataQuery;
    }

    private static void Read(MetricDataQuery metricDataQuery, string member, CborReader reader)
    {
        switch (member)
        {
            case "AccountId":
                metricDataQuery.AccountId = reader.ReadTextString();
                break;
            case "Expression":
                metricDataQuery.Expression = reader.ReadTextString();
                break;
            case "Id":
                metricDataQuery.Id = reader.ReadTextString();
                break;
            case "Label":
                metricDataQuery.Label = reader.ReadTextString();
                break;
            case "MetricStat":
                metricDataQuery.MetricStat = ReadMetricStat(reader);
                break;
            case "Period":
                metricDataQuery.Period = reader.ReadInt32();
                break;
            case "ReturnData":
                metricDataQuery.ReturnData = reader.ReadBoolean();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }

    private static MetricStat ReadMetricStat(CborReader reader)
    {
        var metricStat = new MetricStat();
        reader.Members(member => Read(metricStat, member, reader));
        return metricStat;
    }

    private static void Read(MetricStat metricStat, string member, CborReader reader)
    {
        switch (member)
        {
            case "Metric":
                metricStat.Metric = ReadMetric(reader);
                break;
            case "Period":
                metricStat.Period = reader.ReadInt32();
                break;
            case "Stat":
                metricStat.Stat = reader.ReadTextString();
                break;
            case "Unit":
                metricStat.Unit = reader.ReadTextString();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }

    private static Metric ReadMetric(CborReader reader)
    {
        var metric = new Metric();
        reader.Members(member => Read(metric, member, reader));
        return metric;
    }

    private static void Read(Metric metric, string member, CborReader reader)
    {
        switch (member)
        {
            case "Dimensions":
                metric.Dimensions = reader.List(ReadDimension);
                break;
            case "MetricName":
                metric.MetricName = reader.ReadTextString();
                break;
            case "Namespace":
                metric.Namespace = reader.ReadTextString();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }

    public static Dimension ReadDimension(CborReader reader)
    {
        var dimension = new Dimension();
        reader.Members(member => Read(dimension, member, reader));
        return dimension;
    }

    private static void Read(Dimension dimension, string member, CborReader reader)
    {
        switch (member)
        {
            case "Name":
                dimension.Name = reader.ReadTextString();
                break;
            case "Value":
                dimension.Value = reader.ReadTextString();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }
}
