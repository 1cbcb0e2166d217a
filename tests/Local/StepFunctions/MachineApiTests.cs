using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;
using static SesCompliance.Tests.Local.StepFunctions.StatesWorld;

namespace SesCompliance.Tests.Local.StepFunctions;

public sealed class MachineApiTests
{
    private static readonly string Succeeding = Single("""{"Type":"Succeed"}""");

    [Fact]
    public async Task Same_machine_again_is_the_one_that_is_there_and_another_of_its_name_is_refused()
    {
        await using var world = new StatesWorld();

        var first = await CreateAsync(world, Succeeding);
        var again = await CreateAsync(world, Succeeding);
        var refused = await Assert.ThrowsAsync<AwsException>(() => CreateAsync(world, Single("""{"Type":"Fail"}""")));

        Assert.True(JsonNode.DeepEquals(first, again));
        Assert.Equal(("StateMachineAlreadyExists", "State Machine Already Exists: 'arn:aws:states:us-east-1:000000000000:stateMachine:m'"), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task Faulty_definition_is_refused_with_all_its_faults()
    {
        await using var world = new StatesWorld();

        var refused = await Assert.ThrowsAsync<AwsException>(() => CreateAsync(world, """{"StartAt":"A"}"""));

        Assert.Equal("InvalidDefinition", refused.Code);
        Assert.Equal("Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'", refused.Message);
    }

    [Fact]
    public async Task Description_gives_back_what_was_created()
    {
        await using var world = new StatesWorld();
        var arn = (await CreateAsync(world, Succeeding))["stateMachineArn"]!.GetValue<string>();

        var description = await world.CallAsync("DescribeStateMachine", new JsonObject { ["stateMachineArn"] = arn });

        Assert.Equal((Succeeding, "ACTIVE", "STANDARD", "m", "role"), (Text("definition"), Text("status"), Text("type"), Text("name"), Text("roleArn")));
        Assert.Equal("""{"level":"OFF","includeExecutionData":false}""", description["loggingConfiguration"]!.ToJsonString());
        string Text(string member) => description[member]!.GetValue<string>();
    }

    [Fact]
    public async Task Update_makes_a_revision_only_where_something_changes()
    {
        await using var world = new StatesWorld();
        var arn = (await CreateAsync(world, Succeeding))["stateMachineArn"]!.GetValue<string>();

        var changed = await world.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = arn, ["roleArn"] = "role2" });
        var same = await world.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = arn, ["roleArn"] = "role2" });
        var refused = await Assert.ThrowsAsync<AwsException>(() => world.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = arn }));

        Assert.Equal(changed["revisionId"]!.GetValue<string>(), same["revisionId"]!.GetValue<string>());
        Assert.Equal("MissingRequiredParameter", refused.Code);
    }

    [Fact]
    public async Task Deleted_machine_is_gone_and_deleting_it_again_is_fine()
    {
        await using var world = new StatesWorld();
        var input = new JsonObject { ["stateMachineArn"] = (await CreateAsync(world, Succeeding))["stateMachineArn"]!.GetValue<string>() };

        await world.CallAsync("DeleteStateMachine", input);
        await world.CallAsync("DeleteStateMachine", input);

        Assert.Equal("StateMachineDoesNotExist", (await Assert.ThrowsAsync<AwsException>(() => world.CallAsync("DescribeStateMachine", input))).Code);
        Assert.Empty((await world.CallAsync("ListStateMachines", []))["stateMachines"]!.AsArray());
    }

    [Fact]
    public async Task Validation_reports_each_fault()
    {
        await using var world = new StatesWorld();

        var fine = await world.CallAsync("ValidateStateMachineDefinition", new JsonObject { ["definition"] = Succeeding });
        var faulty = await world.CallAsync("ValidateStateMachineDefinition", new JsonObject { ["definition"] = "{}" });

        Assert.Equal("""{"result":"OK","diagnostics":[],"truncated":false}""", fine.ToJsonString());
        Assert.Equal(
            """{"result":"FAIL","diagnostics":[{"severity":"ERROR","code":"SCHEMA_VALIDATION_FAILED","message":"These fields are required: [States, StartAt]","location":"/"}],"truncated":false}""",
            faulty.ToJsonString());
    }

    [Fact]
    public async Task Tags_come_and_go()
    {
        await using var world = new StatesWorld();
        var arn = (await CreateAsync(world, Succeeding))["stateMachineArn"]!.GetValue<string>();

        await world.CallAsync("TagResource", new JsonObject { ["resourceArn"] = arn, ["tags"] = new JsonArray(Tag("b", "2"), Tag("a", "1")) });
        await world.CallAsync("UntagResource", new JsonObject { ["resourceArn"] = arn, ["tagKeys"] = new JsonArray("b") });

        Assert.Equal("""{"tags":[{"key":"a","value":"1"}]}""", (await world.CallAsync("ListTagsForResource", new JsonObject { ["resourceArn"] = arn })).ToJsonString());
    }

    [Fact]
    public async Task Express_is_refused_by_name()
    {
        await using var world = new StatesWorld();

        var refused = await Assert.ThrowsAsync<AwsException>(() => world.CallAsync(
            "CreateStateMachine", new JsonObject { ["name"] = "m", ["definition"] = Succeeding, ["roleArn"] = "role", ["type"] = "EXPRESS" }));

        Assert.Contains("EXPRESS", refused.Message, StringComparison.Ordinal);
    }

    private static JsonObject Tag(string key, string value) => new() { ["key"] = key, ["value"] = value };

    private static Task<JsonObject> CreateAsync(StatesWorld world, string definition) =>
        world.CallAsync("CreateStateMachine", new JsonObject { ["name"] = "m", ["definition"] = definition, ["roleArn"] = "role" });
}
