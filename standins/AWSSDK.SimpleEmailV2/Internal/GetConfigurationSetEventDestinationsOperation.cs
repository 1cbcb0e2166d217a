using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

/// <summary>GET /v2/email/configuration-sets/{ConfigurationSetName}/event-destinations: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetConfigurationSetEventDestinations.html</summary>
internal static class GetConfigurationSetEventDestinationsOperation
{
    private static readonly ParameterRequestMarshaller<GetConfigurationSetEventDestinationsRequest> Marshaller = new("GET", "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations", Write);

    private static readonly JsonResponse<GetConfigurationSetEventDestinationsResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(IRequest http, GetConfigurationSetEventDestinationsRequest request)
    {
        http.PathParameter(nameof(request.ConfigurationSetName), request.ConfigurationSetName);
    }

    private static GetConfigurationSetEventDestinationsResponse Read(JsonElement json) => new()
    {
        EventDestinations = json.Objects("EventDestinations", ReadEventDestination),
    };

    private static EventDestination ReadEventDestination(JsonElement json) => new()
    {
        Name = json.Text("Name"),
        Enabled = json.Flag("Enabled"),
        MatchingEventTypes = json.Texts("MatchingEventTypes"),
        KinesisFirehoseDestination = json.Object("KinesisFirehoseDestination", ReadKinesisFirehoseDestination),
        CloudWatchDestination = json.Object("CloudWatchDestination", ReadCloudWatchDestination),
        SnsDestination = json.Object("SnsDestination", ReadSnsDestination),
        EventBridgeDestination = json.Object("EventBridgeDestination", ReadEventBridgeDestination),
        PinpointDestination = json.Object("PinpointDestination", ReadPinpointDestination),
    };

    private static KinesisFirehoseDestination ReadKinesisFirehoseDestination(JsonElement json) => new()
    {
        IamRoleArn = json.Text("IamRoleArn"),
        DeliveryStreamArn = json.Text("DeliveryStreamArn"),
    };

    private static CloudWatchDestination ReadCloudWatchDestination(JsonElement json) => new()
    {
        DimensionConfigurations = json.Objects("DimensionConfigurations", ReadCloudWatchDimensionConfiguration),
    };

    private static CloudWatchDimensionConfiguration ReadCloudWatchDimensionConfiguration(JsonElement json) => new()
    {
        DimensionName = json.Text("DimensionName"),
        DimensionValueSource = json.Text("DimensionValueSource"),
        DefaultDimensionValue = json.Text("DefaultDimensionValue"),
    };

    private static SnsDestination ReadSnsDestination(JsonElement json) => new()
    {
        TopicArn = json.Text("TopicArn"),
    };

    private static EventBridgeDestination ReadEventBridgeDestination(JsonElement json) => new()
    {
        EventBusArn = json.Text("EventBusArn"),
    };

    private static PinpointDestination ReadPinpointDestination(JsonElement json) => new()
    {
        ApplicationArn = json.Text("ApplicationArn"),
    };
}
