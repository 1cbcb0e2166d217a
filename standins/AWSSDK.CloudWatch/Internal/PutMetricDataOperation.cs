using System.Formats.Cbor;
using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch.Internal;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html</summary>
internal static class PutMetricDataOperation
{
    private static readonly CborRequestMarshaller<PutMetricDataRequest> Marshaller = new("PutMetricData", compressed: true, Write);

    private static readonly CborResponse<PutMetricDataResponse> Response = new((_, _, reader) => reader.SkipValue());

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    public static void Write(CborWriter writer, Dimension dimension)
    {
        writer.Text("Name", dimension.Name);
        writer.Text("Value", dimension.Value);
    }

    private static void Write(CborWriter writer, PutMetricDataRequest request)
    {
        writer.List("MetricData", request.MetricData, (cbor, datum) => cbor.Map(datum, Write));
        writer.Text("Namespace", request.Namespace);
    }

    private static void Write(CborWriter writer, MetricDatum datum)
    {
        writer.List("Counts", datum.Counts, CborMembers.WriteShortest);
        writer.List("Dimensions", datum.Dimensions, (cbor, dimension) => cbor.Map(dimension, Write));
        writer.Text("MetricName", datum.MetricName);
        if (datum.StatisticValues is not null)
        {
            writer.WriteTextString("StatisticValues");
            writer.Map(datum.StatisticValues, Write);
        }

        writer.Whole("StorageResolution", datum.StorageResolution);
        writer.Time("Timestamp", datum.Timestamp);
        writer.Text("Unit", datum.Unit);
        writer.Number("Value", datum.Value);
        writer.List("Values", datum.Values, CborMembers.WriteShortest);
    }

    private static void Write(CborWriter writer, StatisticSet statistics)
    {
        writer.Number("Maximum", statistics.Maximum);
        writer.Number("Minimum", statistics.Minimum);
        writer.Number("SampleCount", statistics.SampleCount);
        writer.Number("Sum", statistics.Sum);
    }
}
