using static SesCompliance.Tests.Local.StepFunctions.StatesWorld;

namespace SesCompliance.Tests.Local.StepFunctions.Running;

public sealed class DataFlowTests
{
    [Fact]
    public async Task Input_keeps_its_text_until_a_state_changes_it()
    {
        await using var world = new StatesWorld();

        var execution = await world.RunAsync(Definition("A", "\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"ResultPath\":\"$.r\",\"Result\":1,\"End\":true}"), "{ \"a\" : 1.0 }");

        Assert.Equal("{ \"a\" : 1.0 }", execution.History()[2].Details!["output"]!.GetValue<string>());
        Assert.Equal("""{"a":1.0,"r":1}""", execution.Output!.Text);
    }

    [Theory]
    [InlineData("\"InputPath\":\"$.a\"", """{"b":1}""")]
    [InlineData("\"InputPath\":null", "{}")]
    [InlineData("\"OutputPath\":null", "{}")]
    [InlineData("\"OutputPath\":\"$.a.b\"", "1")]
    [InlineData("\"Result\":{\"x.$\":\"$.a\"}", """{"x.$":"$.a"}""")]
    [InlineData("\"Result\":5,\"ResultPath\":\"$.r.s\"", """{"a":{"b":1},"r":{"s":5}}""")]
    [InlineData("\"Result\":5,\"ResultPath\":null", """{"a":{"b":1}}""")]
    [InlineData("\"InputPath\":\"$.a\",\"ResultPath\":\"$.r\"", """{"a":{"b":1},"r":{"b":1}}""")]
    [InlineData("\"Parameters\":{\"k\":[{\"v.$\":\"$.a.b\"}],\"c\":\"x\"}", """{"k":[{"v":1}],"c":"x"}""")]
    [InlineData("\"Parameters\":{\"s.$\":\"$$.State.Name\"}", """{"s":"S"}""")]
    public async Task Fields_shape_what_goes_on(string fields, string output)
    {
        await using var world = new StatesWorld();

        Assert.Equal(output, (await world.RunAsync(Single($"{{\"Type\":\"Pass\",{fields},\"End\":true}}"), """{"a":{"b":1}}""")).Output?.Text);
    }

    [Theory]
    [InlineData("\"InputPath\":\"$.gone\"", "States.Runtime", "Invalid path '$.gone' : No results for path: $['gone']")]
    [InlineData("\"Parameters\":{\"v.$\":\"$.gone\"}", "States.Runtime", "The JSONPath '$.gone' specified for the field 'v.$' could not be found in the input '{\"a\":1}'")]
    [InlineData("\"Result\":1,\"ResultPath\":\"$.a.b\"", "States.ResultPathMatchFailure", "Unable to apply step \"b\" to input 1")]
    public async Task Path_that_leads_nowhere_fails_the_execution(string fields, string error, string cause)
    {
        await using var world = new StatesWorld();

        var execution = await world.RunAsync(Single($"{{\"Type\":\"Pass\",{fields},\"End\":true}}"), """{"a":1}""");

        Assert.Equal(error, execution.Error);
        Assert.Equal($"An error occurred while executing the state 'S' (entered at the event id #2). {cause}", execution.Cause);
    }

    [Fact]
    public async Task Fail_takes_error_and_cause_from_the_input()
    {
        await using var world = new StatesWorld();

        var execution = await world.RunAsync(Single("""{"Type":"Fail","ErrorPath":"$.e","CausePath":"States.Format('because {}', $.c)"}"""), """{"e":"E","c":1}""");

        Assert.Equal(["3<2 ExecutionFailed {\"error\":\"E\",\"cause\":\"because 1\"}"], Lines(execution).Skip(2));
    }

    [Fact]
    public async Task Fail_without_error_and_cause_has_neither()
    {
        await using var world = new StatesWorld();

        Assert.Equal("3<2 ExecutionFailed {}", Lines(await world.RunAsync(Single("""{"Type":"Fail"}""")))[2]);
    }

    [Fact]
    public async Task Result_beyond_256_KiB_fails_the_execution()
    {
        await using var world = new StatesWorld();
        var input = $"\"{new string('x', 140_000)}\"";

        var execution = await world.RunAsync(Single("""{"Type":"Pass","Parameters":{"a.$":"$","b.$":"$"},"End":true}"""), input);

        Assert.Equal("States.DataLimitExceeded", execution.Error);
        Assert.Equal("The state/task 'S' returned a result with a size exceeding the maximum number of bytes service limit.", execution.Cause);
    }

    [Fact]
    public async Task History_ends_at_25000_events()
    {
        await using var world = new StatesWorld();

        var execution = await world.RunAsync(Definition("A", """
            "A":{"Type":"Choice","Choices":[{"Variable":"$.go","BooleanEquals":true,"Next":"A"}],"Default":"Z"},"Z":{"Type":"Succeed"}
            """), """{"go":true}""");

        var last = execution.History()[^1];
        Assert.Equal((25_000L, 24_999L, "ExecutionFailed"), (last.Id, last.PreviousId, last.Type));
        Assert.Equal("The execution reached the maximum number of history events (25000).", execution.Cause);
    }
}
