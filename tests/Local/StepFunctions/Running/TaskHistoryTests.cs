using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;
using static SesCompliance.Tests.Local.StepFunctions.ScriptedLambda;
using static SesCompliance.Tests.Local.StepFunctions.StatesWorld;

namespace SesCompliance.Tests.Local.StepFunctions.Running;

public sealed class TaskHistoryTests
{
    private const string Broken = """{"errorMessage": "no", "errorType": "Broken"}""";

    [Fact]
    public async Task Function_named_by_its_ARN_gets_the_input_and_gives_the_result()
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", payload => Success($"[{payload}]"));

        var execution = await world.RunAsync(Direct(), "{ \"a\":1 }");

        Assert.Equal(
            [
                """2<0 TaskStateEntered {"name":"S","input":"{ \u0022a\u0022:1 }","inputDetails":{"truncated":false}}""",
                """3<2 LambdaFunctionScheduled {"resource":"arn:aws:lambda:us-east-1:000000000000:function:f","input":"{ \u0022a\u0022:1 }","inputDetails":{"truncated":false}}""",
                "4<3 LambdaFunctionStarted",
                """5<4 LambdaFunctionSucceeded {"output":"[{ \u0022a\u0022:1 }]","outputDetails":{"truncated":false}}""",
                """6<5 TaskStateExited {"name":"S","output":"[{ \u0022a\u0022:1 }]","outputDetails":{"truncated":false}}""",
                """7<6 ExecutionSucceeded {"output":"[{ \u0022a\u0022:1 }]","outputDetails":{"truncated":false}}""",
            ],
            Lines(execution).Skip(1));
    }

    [Fact]
    public async Task Invoke_gives_the_answer_with_what_the_call_was()
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", _ => Success("""{"ok": true}"""));

        var execution = await world.RunAsync(Invoke("\"Payload\":{\"n.$\":\"$.n\",\"who\":\"me\"}", "\"TimeoutSeconds\":30,\"HeartbeatSeconds\":10"), """{"n":1}""");

        Assert.Equal(
            """3<2 TaskScheduled {"resourceType":"lambda","resource":"invoke","region":"us-east-1","parameters":"{\u0022FunctionName\u0022:\u0022f\u0022,\u0022Payload\u0022:{\u0022who\u0022:\u0022me\u0022,\u0022n\u0022:1}}","timeoutInSeconds":30,"heartbeatInSeconds":10}""",
            Lines(execution)[2]);
        Assert.Equal("""4<3 TaskStarted {"resourceType":"lambda","resource":"invoke"}""", Lines(execution)[3]);
        Assert.Equal("TaskSucceeded", execution.History()[4].Type);
        var result = execution.Output!.Node!.AsObject();
        Assert.Equal(["ExecutedVersion", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"], result.Select(member => member.Key));
        Assert.Equal("""{"ok":true}""", result["Payload"]!.ToJsonString());
        Assert.Equal("$LATEST", result["ExecutedVersion"]!.GetValue<string>());
        Assert.Equal("12", result["SdkHttpMetadata"]!["HttpHeaders"]!["Content-Length"]!.GetValue<string>());
        Assert.Equal(result["SdkResponseMetadata"]!["RequestId"]!.GetValue<string>(), result["SdkHttpMetadata"]!["AllHttpHeaders"]!["x-amzn-RequestId"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Error_of_a_direct_call_keeps_the_payload_as_it_came()
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", _ => Error(Broken));

        var execution = await world.RunAsync(Direct());

        Assert.Equal(["LambdaFunctionFailed", "ExecutionFailed"], Types(execution).TakeLast(2));
        Assert.Equal(("Broken", Broken), (execution.Error, execution.Cause));
    }

    [Fact]
    public async Task Error_of_an_invoke_is_written_anew()
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", _ => Error(Broken));

        var execution = await world.RunAsync(Invoke());

        Assert.Equal(["TaskFailed", "ExecutionFailed"], Types(execution).TakeLast(2));
        Assert.Equal(("Broken", """{"errorMessage":"no","errorType":"Broken"}"""), (execution.Error, execution.Cause));
    }

    [Fact]
    public async Task Error_without_a_type_is_unknown()
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", _ => Error("""{"errorMessage":"Task timed out after 3.00 seconds"}"""));

        var execution = await world.RunAsync(Invoke());

        Assert.Equal("Lambda.Unknown", execution.Error);
        Assert.StartsWith("The cause could not be determined because Lambda did not return an error type.", execution.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TooManyRequestsException", 429, "Lambda.TooManyRequestsException")]
    [InlineData("ServiceException", 500, "Lambda.ServiceException")]
    [InlineData("AccessDeniedException", 403, "Lambda.AWSLambdaException")]
    public async Task Refusal_of_Lambda_has_its_name_and_the_words_of_the_SDK(string code, int status, string error)
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", _ => throw new AwsException(code, "Rate Exceeded.", status));

        var execution = await world.RunAsync(Invoke());

        Assert.Equal(error, execution.Error);
        Assert.Matches($@"^Rate Exceeded\. \(Service: AWSLambda; Status Code: {status}; Error Code: {code}; Request ID: [0-9a-f-]{{36}}; Proxy: null\)$", execution.Cause);
    }

    [Fact]
    public async Task Result_selector_and_paths_shape_the_result()
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", _ => Success("""{"id":7}"""));

        var execution = await world.RunAsync(
            Invoke(more: "\"ResultSelector\":{\"id.$\":\"$.Payload.id\",\"code.$\":\"$.StatusCode\"},\"ResultPath\":\"$.sent\",\"OutputPath\":\"$.sent\""), """{"a":1}""");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"id":7,"code":200}"""), execution.Output!.Node));
    }

    [Fact]
    public async Task Result_beyond_256_KiB_fails_the_task_and_can_be_caught()
    {
        await using var world = new StatesWorld();
        world.Lambda.Add("f", _ => Success($"\"{new string('é', 140_000)}\""));

        var execution = await world.RunAsync(Definition("S", $$"""
            "S":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}],"End":true},
            "C":{"Type":"Succeed"}
            """));

        Assert.Contains("TaskFailed", Types(execution));
        Assert.Equal("States.DataLimitExceeded", execution.Output!.Node!["Error"]!.GetValue<string>());
    }

    private static string Direct() => Single("""{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:000000000000:function:f","End":true}""");

    private static string Invoke(string parameters = "\"Payload\":{}", string more = "\"Comment\":\"\"") =>
        Single($$"""{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f",{{parameters}}},{{more}},"End":true}""");
}
