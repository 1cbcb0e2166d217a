using System.Formats.Cbor;
using Amazon.CloudWatch.Model;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch.Internal;

/// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html</summary>
internal static class DescribeAlarmsOperation
{
    private static readonly CborRequestMarshaller<DescribeAlarmsRequest> Marshaller = new("DescribeAlarms", compressed: false, Write);

    private static readonly CborResponse<DescribeAlarmsResponse> Response = new(Read);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(CborWriter writer, DescribeAlarmsRequest request)
    {
        writer.Text("ActionPrefix", request.ActionPrefix);
        writer.Text("AlarmNamePrefix", request.AlarmNamePrefix);
        writer.List("AlarmNames", request.AlarmNames, (cbor, name) => cbor.WriteTextString(name));
        writer.List("AlarmTypes", request.AlarmTypes, (cbor, type) => cbor.WriteTextString(type));
        writer.Text("ChildrenOfAlarmName", request.ChildrenOfAlarmName);
        writer.Whole("MaxRecords", request.MaxRecords);
        writer.Text("NextToken", request.NextToken);
        writer.Text("ParentsOfAlarmName", request.ParentsOfAlarmName);
        writer.Text("StateValue", request.StateValue);
    }

    private static void Read(DescribeAlarmsResponse response, string member, CborReader reader)
    {
        switch (member)
        {
            case "CompositeAlarms":
                response.CompositeAlarms = reader.List(AlarmReader.ReadCompositeAlarm);
                break;
            case "MetricAlarms":
                response.MetricAlarms = reader.List(AlarmReader.ReadMetricAlarm);
                break;
            case "NextToken":
                response.NextToken = reader.ReadTextString();
                break;
            default:
                reader.SkipValue();
                break;
        }
    }
}
