using System.Formats.Cbor;
using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch.Internal;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html</summary>
internal static class GetMetricDataOperation
{
    private static readonly CborRequestMarshaller<GetMetricDataRequest> Marshaller = new("GetMetricData", compressed: false, Write);

    private static readonly CborResponse<GetMetricDataResponse> Response = new(Read);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(CborWriter writer, GetMetricDataRequest request)
    {
        writer.Time("EndTime", request.EndTime);
        writer.Member("LabelOptions", request.LabelOptions, (cbor, options) => cbor.Text("Timezone", options.Timezone));
        writer.Whole("MaxDatapoints", request.MaxDatapoints);
        writer.List("MetricDataQueries", request.MetricDataQueries, (cbor, query) => cbor.Map(query, Write));
        writer.Text("NextToken", request.NextToken);
        writer.Text("ScanBy", request.ScanBy);
        writer.Time("StartTime", request.StartTime);
    }

    private static void Write(CborWriter writer, MetricDataQuery query)
    {
        writer.Text("AccountId", query.AccountId);
        writer.Text("Expression", query.Expression);
        writer.Text("Id", query.Id);
        writer.Text("Label", query.Label);
        writer.Member("MetricStat", query.MetricStat, Write);
        writer.Whole("Period", query.Period);
        writer.Flag("ReturnData", query.ReturnData);
    }

    private static void Write(CborWriter writer, MetricStat metric)
    {
        writer.Member("Metric", metric.Metric, Write);
        writer.Whole("Period", metric.Period);
        writer.Text("Stat", metric.Stat);
        writer.Text("Unit", metric.Unit);
    }

    private static void Write(CborWriter writer, Metric metric)
    {
        writer.List("Dimensions", metric.Dimensions, (cbor, dimension) => cbor.Map(dimension, PutMetricDataOperation.Write));
        writer.Text("MetricName", metric.MetricName);
        writer.Text("Namespace", metric.Namespace);
    }

    private static void Read(GetMetricDataResponse response, string member, CborReader reader)
    {
        switch (member)
        {
            case "Messages":
                response.Messages = reader.List(ReadMessageData);
                break;
            case "MetricDataResults":
                response.MetricDataResults = reader.List(ReadMetricDataResult);
                break;
            case "NextToken":
                response.NextToken = reader.ReadTextString();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }

    private static MetricDataResult ReadMetricDataResult(CborReader reader)
    {
        var metricDataResult = new MetricDataResult();
        reader.Members(member => Read(metricDataResult, member, reader));
        return metricDataResult;
    }

    private static void Read(MetricDataResult metricDataResult, string member, CborReader reader)
    {
        switch (member)
        {
            case "Id":
                metricDataResult.Id = reader.ReadTextString();
                break;
            case "Label":
                metricDataResult.Label = reader.ReadTextString();
                break;
            case "Messages":
                metricDataResult.Messages = reader.List(ReadMessageData);
                break;
            case "StatusCode":
                metricDataResult.StatusCode = reader.ReadTextString();
                break;
            case "Timestamps":
                metricDataResult.Timestamps = reader.List(CborMembers.Time);
                break;
            case "Values":
                metricDataResult.Values = reader.List(CborMembers.Number);
                break;
            default:
                reader.SkipValue();
                break;
        }
    }

    private static MessageData ReadMessageData(CborReader reader)
    {
        var messageData = new MessageData();
        reader.Members(member => Read(messageData, member, reader));
        return messageData;
    }

    private static void Read(MessageData messageData, string member, CborReader reader)
    {
        switch (member)
        {
            case "Code":
                messageData.Code = reader.ReadTextString();
                break;
            case "Value":
                messageData.Value = reader.ReadTextString();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }
}
