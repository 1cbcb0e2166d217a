using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace SesCompliance.Tests.Conformance;

/// <summary>What the Step Functions client puts on the wire and makes of the answers; true of the official package and of the stand-in.</summary>
public sealed class StepFunctionsClientTests
{
    private const string Json = "application/x-amz-json-1.0";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<IAmazonStepFunctions, Task>, string> Calls => new()
    {
        {
            "SendTaskSuccess",
            client => client.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = "t", Output = """{"a":1}""" }, Cancelled),
            """{"taskToken":"t","output":"{\"a\":1}"}"""
        },
        {
            "SendTaskFailure",
            client => client.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = "t", Error = "E", Cause = "c" }, Cancelled),
            """{"taskToken":"t","error":"E","cause":"c"}"""
        },
        {
            "SendTaskHeartbeat",
            client => client.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = "t" }, Cancelled),
            """{"taskToken":"t"}"""
        },
        {
            "StartExecution",
            client => client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "m", Name = "n", Input = "{}" }, Cancelled),
            """{"stateMachineArn":"m","name":"n","input":"{}"}"""
        },
        {
            "DescribeExecution",
            client => client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = "e" }, Cancelled),
            """{"executionArn":"e"}"""
        },
        {
            "GetExecutionHistory",
            client => client.GetExecutionHistoryAsync(
                new GetExecutionHistoryRequest
                {
                    ExecutionArn = "e", MaxResults = 5, ReverseOrder = true, NextToken = "p", IncludeExecutionData = false,
                },
                Cancelled),
            """{"executionArn":"e","maxResults":5,"reverseOrder":true,"nextToken":"p","includeExecutionData":false}"""
        },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task A_call_is_posted_with_its_target(string operation, Func<IAmazonStepFunctions, Task> call, string body)
    {
        await using var server = await LoopbackServer.StartAsync(200, Json, "{}"u8.ToArray());
        using var client = Client(server);

        await call(client);

        var request = Assert.Single(server.Requests);
        Assert.Equal(("POST", "/"), (request.Method, request.Path));
        Assert.Equal("AWSStepFunctions." + operation, request.Header("X-Amz-Target"));
        Assert.Equal(Json, request.Header("Content-Type"));
        Assert.Contains("/eu-central-1/states/aws4_request", request.Header("Authorization"), StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(request.Body)), request.Text);
    }

    [Fact]
    public async Task An_execution_is_read_with_its_times_in_utc()
    {
        await using var server = await LoopbackServer.StartAsync(200, Json, """
            {"executionArn":"e","stateMachineArn":"m","name":"n","status":"SUCCEEDED","startDate":1732416000.123,"stopDate":1.732416001E9,
             "input":"{}","inputDetails":{"included":true},"output":"{\"outcome\":\"Sent\"}","redriveCount":0,"somethingNew":{"a":[1]}}
            """u8.ToArray());
        using var client = Client(server);

        var execution = await client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = "e" }, Cancelled);

        Assert.Equal(ExecutionStatus.SUCCEEDED, execution.Status);
        Assert.Equal(new DateTime(2024, 11, 24, 2, 40, 0, 123, DateTimeKind.Utc), execution.StartDate);
        Assert.Equal(DateTimeKind.Utc, execution.StopDate!.Value.Kind);
        Assert.Equal("""{"outcome":"Sent"}""", execution.Output);
        Assert.True(execution.InputDetails.Included);
        Assert.Null(execution.OutputDetails);
        Assert.Null(execution.Error);
        Assert.Equal(0, execution.RedriveCount);
    }

    [Fact]
    public async Task A_history_is_read_with_each_events_own_details()
    {
        await using var server = await LoopbackServer.StartAsync(200, Json, """
            {"nextToken":"next","events":[
             {"id":1,"previousEventId":0,"timestamp":1732416000.5,"type":"ExecutionStarted",
              "executionStartedEventDetails":{"input":"{}","inputDetails":{"truncated":false},"roleArn":"r"}},
             {"id":2,"previousEventId":1,"timestamp":1732416001,"type":"TaskStateEntered","stateEnteredEventDetails":{"name":"Send","input":"{}"}},
             {"id":3,"previousEventId":2,"timestamp":1732416001,"type":"TaskScheduled",
              "taskScheduledEventDetails":{"resourceType":"lambda","resource":"invoke","region":"eu","parameters":"{}","timeoutInSeconds":9}},
             {"id":4,"previousEventId":3,"timestamp":1732416002,"type":"TaskFailed",
              "taskFailedEventDetails":{"resourceType":"lambda","resource":"invoke","error":"SendFailed","cause":"c"}},
             {"id":5,"previousEventId":4,"timestamp":1732416002,"type":"TaskStateExited",
              "stateExitedEventDetails":{"name":"Send","output":"{}","assignedVariables":{"v":"1"}}},
             {"id":6,"previousEventId":5,"timestamp":1732416002,"type":"ExecutionFailed","executionFailedEventDetails":{"error":"E"}}]}
            """u8.ToArray());
        using var client = Client(server);

        var history = await client.GetExecutionHistoryAsync(new GetExecutionHistoryRequest { ExecutionArn = "e" }, Cancelled);

        Assert.Equal("next", history.NextToken);
        Assert.Equal([1L, 2, 3, 4, 5, 6], history.Events.Select(e => e.Id!.Value));
        Assert.Equal(HistoryEventType.ExecutionStarted, history.Events[0].Type);
        Assert.Equal(("{}", "r"), (history.Events[0].ExecutionStartedEventDetails.Input, history.Events[0].ExecutionStartedEventDetails.RoleArn));
        Assert.Equal("Send", history.Events[1].StateEnteredEventDetails.Name);
        Assert.Equal(9, history.Events[2].TaskScheduledEventDetails.TimeoutInSeconds);
        Assert.Null(history.Events[2].TaskScheduledEventDetails.HeartbeatInSeconds);
        Assert.Equal("SendFailed", history.Events[3].TaskFailedEventDetails.Error);
        Assert.Equal("1", history.Events[4].StateExitedEventDetails.AssignedVariables["v"]);
        Assert.Equal("E", history.Events[5].ExecutionFailedEventDetails.Error);
        Assert.Null(history.Events[5].TaskFailedEventDetails);
    }

    [Theory]
    [InlineData("TaskTimedOut", typeof(TaskTimedOutException))]
    [InlineData("TaskDoesNotExist", typeof(TaskDoesNotExistException))]
    [InlineData("InvalidToken", typeof(InvalidTokenException))]
    [InlineData("InvalidOutput", typeof(InvalidOutputException))]
    [InlineData("AccessDeniedException", typeof(AmazonStepFunctionsException))]
    public async Task An_error_of_a_task_call_becomes_its_exception(string code, Type type)
    {
        await using var server = await LoopbackServer.StartAsync(400, Json, Error(code));
        using var client = Client(server);

        var failure = (AmazonServiceException)await Assert.ThrowsAsync(
            type, () => client.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = "t", Output = "{}" }, Cancelled));

        Assert.Equal((code, 400, "why"), (failure.ErrorCode, (int)failure.StatusCode, failure.Message));
    }

    [Theory]
    [InlineData("ExecutionAlreadyExists", typeof(ExecutionAlreadyExistsException))]
    [InlineData("ExecutionLimitExceeded", typeof(ExecutionLimitExceededException))]
    [InlineData("InvalidArn", typeof(InvalidArnException))]
    [InlineData("InvalidExecutionInput", typeof(InvalidExecutionInputException))]
    [InlineData("InvalidName", typeof(InvalidNameException))]
    [InlineData("StateMachineDeleting", typeof(StateMachineDeletingException))]
    [InlineData("StateMachineDoesNotExist", typeof(StateMachineDoesNotExistException))]
    [InlineData("ValidationException", typeof(ValidationException))]
    public async Task An_error_of_a_start_becomes_its_exception(string code, Type type)
    {
        await using var server = await LoopbackServer.StartAsync(400, Json, Error(code));
        using var client = Client(server);

        var failure = (AmazonServiceException)await Assert.ThrowsAsync(
            type, () => client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "m" }, Cancelled));

        Assert.Equal((code, 400, "why"), (failure.ErrorCode, (int)failure.StatusCode, failure.Message));
    }

    [Fact]
    public async Task A_missing_execution_becomes_its_exception()
    {
        await using var server = await LoopbackServer.StartAsync(400, Json, Error("ExecutionDoesNotExist"));
        using var client = Client(server);

        await Assert.ThrowsAsync<ExecutionDoesNotExistException>(
            () => client.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = "e" }, Cancelled));
    }

    private static byte[] Error(string code) =>
        System.Text.Encoding.UTF8.GetBytes($$"""{"__type":"com.amazonaws.swf.service.v2.model#{{code}}","message":"why"}""");

    private static AmazonStepFunctionsClient Client(LoopbackServer server) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonStepFunctionsConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });
}
