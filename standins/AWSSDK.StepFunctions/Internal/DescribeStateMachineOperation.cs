using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Internal;

/// <summary>https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html</summary>
internal static class DescribeStateMachineOperation
{
    private static readonly JsonRequestMarshaller<DescribeStateMachineRequest> Marshaller = StatesProtocol.Marshaller<DescribeStateMachineRequest>("DescribeStateMachine", Write);

    private static readonly JsonResponse<DescribeStateMachineResponse> Response = new(Read, ServiceErrors.ToException);

    public static InvokeOptions Options() => new() { RequestMarshaller = Marshaller, ResponseUnmarshaller = Response };

    private static void Write(Utf8JsonWriter writer, DescribeStateMachineRequest request)
    {
        writer.Text("stateMachineArn", request.StateMachineArn);
        writer.Text("includedData", request.IncludedData);
    }

    private static DescribeStateMachineResponse Read(JsonElement json) => new()
    {
        StateMachineArn = json.Text("stateMachineArn"),
        Name = json.Text("name"),
        Status = json.Text("status"),
        Definition = json.Text("definition"),
        RoleArn = json.Text("roleArn"),
        Type = json.Text("type"),
        CreationDate = json.Time("creationDate"),
        LoggingConfiguration = json.Object("loggingConfiguration", ReadLoggingConfiguration),
        TracingConfiguration = json.Object("tracingConfiguration", ReadTracingConfiguration),
        Label = json.Text("label"),
        RevisionId = json.Text("revisionId"),
        Description = json.Text("description"),
        EncryptionConfiguration = json.Object("encryptionConfiguration", ReadEncryptionConfiguration),
        VariableReferences = json.TextLists("variableReferences"),
    };

    private static LoggingConfiguration ReadLoggingConfiguration(JsonElement json) => new()
    {
        Level = json.Text("level"),
        IncludeExecutionData = json.Flag("includeExecutionData"),
        Destinations = json.Objects("destinations", ReadLogDestination),
    };

    private static LogDestination ReadLogDestination(JsonElement json) => new()
    {
        CloudWatchLogsLogGroup = json.Object("cloudWatchLogsLogGroup", ReadCloudWatchLogsLogGroup),
    };

    private static CloudWatchLogsLogGroup ReadCloudWatchLogsLogGroup(JsonElement json) => new()
    {
        LogGroupArn = json.Text("logGroupArn"),
    };

    private static TracingConfiguration ReadTracingConfiguration(JsonElement json) => new()
    {
        Enabled = json.Flag("enabled"),
    };

    private static EncryptionConfiguration ReadEncryptionConfiguration(JsonElement json) => new()
    {
        KmsKeyId = json.Text("kmsKeyId"),
        KmsDataKeyReusePeriodSeconds = json.Number("kmsDataKeyReusePeriodSeconds"),
        Type = json.Text("type"),
    };
}
