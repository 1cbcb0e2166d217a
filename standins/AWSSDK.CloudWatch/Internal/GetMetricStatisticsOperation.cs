using System.Formats.Cbor;
using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch.Internal;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html</summary>
internal static class GetMetricStatisticsOperation
{
    private static readonly CborRequestMarshaller<GetMetricStatisticsRequest> Marshaller =
        new("GetMetricStatistics", compressed: false, Write);

    private static readonly CborResponse<GetMetricStatisticsResponse> Response = new(Read);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(CborWriter writer, GetMetricStatisticsRequest request)
    {
        writer.List("Dimensions", request.Dimensions, (cbor, dimension) => cbor.Map(dimension, PutMetricDataOperation.Write));
        writer.Time("EndTime", request.EndTime);
        writer.List("ExtendedStatistics", request.ExtendedStatistics, (cbor, name) => cbor.WriteTextString(name));
        writer.Text("MetricName", request.MetricName);
        writer.Text("Namespace", request.Namespace);
        writer.Whole("Period", request.Period);
        writer.Time("StartTime", request.StartTime);
        writer.List("Statistics", request.Statistics, (cbor, name) => cbor.WriteTextString(name));
        writer.Text("Unit", request.Unit);
    }

    private static void Read(GetMetricStatisticsResponse response, string member, CborReader reader)
    {
        switch (member)
        {
            case "Label":
                response.Label = reader.ReadTextString();
                break;
            case "Datapoints":
                response.Datapoints = reader.List(ReadDatapoint);
                break;
            default:
                reader.SkipValue();
                break;
        }
    }

    private static Datapoint ReadDatapoint(CborReader reader)
    {
        var datapoint = new Datapoint();
        reader.Members(member => Read(datapoint, member, reader));
        return datapoint;
    }

    private static void Read(Datapoint datapoint, string member, CborReader reader)
    {
        switch (member)
        {
            case "Average":
                datapoint.Average = reader.Number();
                break;
            case "ExtendedStatistics":
                datapoint.ExtendedStatistics = [];
                reader.Members(name => datapoint.ExtendedStatistics[name] = reader.Number());
                break;
            case "Maximum":
                datapoint.Maximum = reader.Number();
                break;
            case "Minimum":
                datapoint.Minimum = reader.Number();
                break;
            case "SampleCount":
                datapoint.SampleCount = reader.Number();
                break;
            case "Sum":
                datapoint.Sum = reader.Number();
                break;
            case "Timestamp":
                datapoint.Timestamp = reader.Time();
                break;
            case "Unit":
                datapoint.Unit = reader.ReadTextString();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }
}
