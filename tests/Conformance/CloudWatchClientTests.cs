using System.Formats.Cbor;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace SesCompliance.Tests.Conformance;

/// <summary>What the CloudWatch client puts on the wire and makes of the answers; true of the official package and of the stand-in.</summary>
public sealed class CloudWatchClientTests
{
    private const string Cbor = "application/cbor";

    private static readonly DateTime Noon = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_metric_is_posted_in_cbor_and_signed_for_monitoring()
    {
        await using var server = await LoopbackServer.StartAsync(200, Cbor, Map(_ => { }), ("smithy-protocol", "rpc-v2-cbor"));
        using var client = Client(server);

        await client.PutMetricDataAsync(
            new PutMetricDataRequest
            {
                Namespace = "DiscordBot/SES",
                MetricData =
                [
                    new MetricDatum
                    {
                        MetricName = "EmailsSent",
                        Dimensions = [new Dimension { Name = "Environment", Value = "dev" }],
                        Timestamp = Noon.AddMilliseconds(250),
                        Unit = StandardUnit.Count,
                        Value = 1,
                    },
                ],
            },
            Cancelled);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/service/GraniteServiceVersion20100801/operation/PutMetricData"), (request.Method, request.Path));
        Assert.Equal("rpc-v2-cbor", request.Header("smithy-protocol"));
        Assert.Equal(Cbor, request.Header("Content-Type"));
        Assert.Equal("true", request.Header("x-amzn-query-mode"));
        Assert.Contains("/eu-central-1/monitoring/aws4_request", request.Header("Authorization"), StringComparison.Ordinal);
        var body = Read(request.Body);
        Assert.Equal("DiscordBot/SES", body["Namespace"]);
        var datum = (Dictionary<string, object>)((List<object>)body["MetricData"]).Single();
        Assert.Equal(["Dimensions", "MetricName", "Timestamp", "Unit", "Value"], datum.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("EmailsSent", datum["MetricName"]);
        Assert.Equal("Count", datum["Unit"]);
        Assert.Equal(1d, datum["Value"]);
        Assert.Equal(new DateTimeOffset(Noon).ToUnixTimeSeconds() + 0.25, datum["Timestamp"]);
        var dimension = (Dictionary<string, object>)((List<object>)datum["Dimensions"]).Single();
        Assert.Equal(("Environment", "dev"), (dimension["Name"], dimension["Value"]));
    }

    [Fact]
    public async Task Values_counts_and_statistics_go_along_without_loss()
    {
        await using var server = await LoopbackServer.StartAsync(200, Cbor, Map(_ => { }));
        using var client = Client(server);

        await client.PutMetricDataAsync(
            new PutMetricDataRequest
            {
                Namespace = "n",
                MetricData =
                [
                    new MetricDatum { MetricName = "a", Values = [0.1, 1.5, -3, 1e300], Counts = [1, 2, 3, 4], StorageResolution = 1 },
                    new MetricDatum { MetricName = "b", StatisticValues = new StatisticSet { Maximum = 2, Minimum = 0.5, SampleCount = 2, Sum = 2.5 } },
                ],
            },
            Cancelled);

        var data = ((List<object>)Read(Assert.Single(server.Requests).Body)["MetricData"]).Cast<Dictionary<string, object>>().ToList();
        Assert.Equal([0.1, 1.5, -3d, 1e300], (List<object>)data[0]["Values"]);
        Assert.Equal([1d, 2d, 3d, 4d], (List<object>)data[0]["Counts"]);
        Assert.Equal(1d, data[0]["StorageResolution"]);
        var statistics = (Dictionary<string, object>)data[1]["StatisticValues"];
        Assert.Equal((2d, 0.5, 2d, 2.5), (statistics["Maximum"], statistics["Minimum"], statistics["SampleCount"], statistics["Sum"]));
    }

    [Fact]
    public async Task Statistics_are_asked_for_and_read()
    {
        await using var server = await LoopbackServer.StartAsync(200, Cbor, Map(map =>
        {
            map.WriteTextString("Label");
            map.WriteTextString("EmailsSent");
            map.WriteTextString("Datapoints");
            map.WriteStartArray(1);
            map.WriteStartMap(4);
            map.WriteTextString("Timestamp");
            map.WriteTag(CborTag.UnixTimeSeconds);
            map.WriteDouble(new DateTimeOffset(Noon).ToUnixTimeSeconds());
            map.WriteTextString("Sum");
            map.WriteDouble(3);
            map.WriteTextString("Unit");
            map.WriteTextString("Count");
            map.WriteTextString("SomethingNew");
            map.WriteNull();
            map.WriteEndMap();
            map.WriteEndArray();
        }));
        using var client = Client(server);

        var statistics = await client.GetMetricStatisticsAsync(
            new GetMetricStatisticsRequest
            {
                Namespace = "n",
                MetricName = "EmailsSent",
                Dimensions = [new Dimension { Name = "Environment", Value = "dev" }],
                StartTime = Noon,
                EndTime = Noon.AddHours(1),
                Period = 60,
                Statistics = ["Sum"],
            },
            Cancelled);

        var point = Assert.Single(statistics.Datapoints);
        Assert.Equal("EmailsSent", statistics.Label);
        Assert.Equal((Noon, 3d, StandardUnit.Count), (point.Timestamp, point.Sum, point.Unit));
        Assert.Null(point.Average);
        var asked = Read(Assert.Single(server.Requests).Body);
        Assert.Equal(60d, asked["Period"]);
        Assert.Equal(["Sum"], (List<object>)asked["Statistics"]);
        Assert.Equal((double)new DateTimeOffset(Noon).ToUnixTimeSeconds(), asked["StartTime"]);
    }

    [Theory]
    [InlineData("InvalidParameterValueException", "InvalidParameterValue", typeof(InvalidParameterValueException))]
    [InlineData("MissingRequiredParameterException", "MissingParameter", typeof(MissingRequiredParameterException))]
    [InlineData("InvalidParameterCombinationException", "InvalidParameterCombination", typeof(InvalidParameterCombinationException))]
    [InlineData("InternalServiceFault", "InternalServiceError", typeof(InternalServiceException))]
    public async Task An_error_becomes_its_exception_with_the_query_protocols_code(string shape, string code, Type type)
    {
        await using var server = await LoopbackServer.StartAsync(400, Cbor, Error(shape), ("x-amzn-query-error", code + ";Sender"));
        using var client = Client(server);

        var failure = (AmazonServiceException)await Assert.ThrowsAsync(
            type, () => client.PutMetricDataAsync(new PutMetricDataRequest { Namespace = "n" }, Cancelled));

        Assert.Equal((code, 400, "why"), (failure.ErrorCode, (int)failure.StatusCode, failure.Message));
        Assert.Equal(ErrorType.Sender, failure.ErrorType);
    }

    [Theory]
    [InlineData(400, ErrorType.Sender)]
    [InlineData(500, ErrorType.Receiver)]
    [InlineData(503, ErrorType.Unknown)]
    public async Task Without_the_query_protocols_code_the_status_tells_whose_fault_it_is(int status, ErrorType side)
    {
        await using var server = await LoopbackServer.StartAsync(status, Cbor, Error("InternalServiceFault:http://internal/"));
        using var client = Client(server);

        var failure = await Assert.ThrowsAsync<InternalServiceException>(
            () => client.PutMetricDataAsync(new PutMetricDataRequest { Namespace = "n" }, Cancelled));

        Assert.Equal(("InternalServiceFault", side), (failure.ErrorCode, failure.ErrorType));
    }

    [Fact]
    public async Task An_error_of_no_known_kind_is_cloudwatchs_own()
    {
        await using var server = await LoopbackServer.StartAsync(403, Cbor, Error("AccessDeniedException"));
        using var client = Client(server);

        var failure = await Assert.ThrowsAsync<AmazonCloudWatchException>(
            () => client.PutMetricDataAsync(new PutMetricDataRequest { Namespace = "n" }, Cancelled));

        Assert.Equal("AccessDeniedException", failure.ErrorCode);
    }

    private static AmazonCloudWatchClient Client(LoopbackServer server) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonCloudWatchConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });

    private static byte[] Error(string shape) => Map(map =>
    {
        map.WriteTextString("__type");
        map.WriteTextString("com.amazonaws.cloudwatch#" + shape);
        map.WriteTextString("message");
        map.WriteTextString("why");
    });

    private static byte[] Map(Action<CborWriter> members)
    {
        var writer = new CborWriter(CborConformanceMode.Lax);
        writer.WriteStartMap(null);
        members(writer);
        writer.WriteEndMap();
        return writer.Encode();
    }

    private static Dictionary<string, object> Read(byte[] body) => (Dictionary<string, object>)Value(new CborReader(body, CborConformanceMode.Lax));

    private static object Value(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.StartMap:
                var map = new Dictionary<string, object>();
                reader.ReadStartMap();
                while (reader.PeekState() != CborReaderState.EndMap)
                {
                    map[reader.ReadTextString()] = Value(reader);
                }

                reader.ReadEndMap();
                return map;
            case CborReaderState.StartArray:
                var list = new List<object>();
                reader.ReadStartArray();
                while (reader.PeekState() != CborReaderState.EndArray)
                {
                    list.Add(Value(reader));
                }

                reader.ReadEndArray();
                return list;
            case CborReaderState.Tag:
                Assert.Equal(CborTag.UnixTimeSeconds, reader.ReadTag());
                return Value(reader);
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return (double)reader.ReadInt64();
            case CborReaderState.TextString:
                return reader.ReadTextString();
            default:
                return reader.ReadDouble();
        }
    }
}
