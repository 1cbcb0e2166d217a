using static SesCompliance.Tests.Local.StepFunctions.StatesWorld;

namespace SesCompliance.Tests.Local.StepFunctions.Running;

public sealed class ChoiceTests
{
    [Theory]
    [InlineData("\"StringEquals\":\"a\"", "\"a\"", true)]
    [InlineData("\"StringEquals\":\"1\"", "1", false)]
    [InlineData("\"StringLessThan\":\"b\"", "\"B\"", true)]
    [InlineData("\"StringGreaterThanEqualsPath\":\"$.w\"", "\"w\"", true)]
    [InlineData("\"StringMatches\":\"*.log\"", "\"a.b.log\"", true)]
    [InlineData("\"StringMatches\":\"a*b*c\"", "\"a1b2c\"", true)]
    [InlineData("\"StringMatches\":\"a\\\\*b\"", "\"a*b\"", true)]
    [InlineData("\"StringMatches\":\"a\\\\*b\"", "\"axb\"", false)]
    [InlineData("\"StringMatches\":\"a\\\\\\\\*\"", "\"a\\\\b\"", true)]
    [InlineData("\"NumericEquals\":1", "1.0", true)]
    [InlineData("\"NumericEquals\":1", "\"1\"", false)]
    [InlineData("\"NumericLessThanEquals\":2.5", "2.5", true)]
    [InlineData("\"NumericGreaterThanPath\":\"$.n\"", "11", true)]
    [InlineData("\"BooleanEquals\":false", "false", true)]
    [InlineData("\"BooleanEqualsPath\":\"$.t\"", "false", false)]
    [InlineData("\"TimestampLessThan\":\"2024-01-01T00:00:00Z\"", "\"2024-01-01T00:30:00+01:00\"", true)]
    [InlineData("\"TimestampEquals\":\"2024-01-01T00:00:00Z\"", "\"2024-01-01\"", false)]
    [InlineData("\"IsNull\":true", "null", true)]
    [InlineData("\"IsNumeric\":false", "\"1\"", true)]
    [InlineData("\"IsTimestamp\":true", "\"2024-01-01T00:00:00.123Z\"", true)]
    [InlineData("\"IsTimestamp\":true", "\"2024-01-01t00:00:00z\"", false)]
    [InlineData("\"IsString\":true", "[]", false)]
    [InlineData("\"IsBoolean\":true", "true", true)]
    [InlineData("\"IsPresent\":true", "null", true)]
    public async Task Operator_holds(string test, string value, bool holds)
    {
        await using var world = new StatesWorld();

        Assert.Equal(holds, await HoldsAsync(world, $"{{\"Variable\":\"$.v\",{test}", $"{{\"v\":{value},\"w\":\"w\",\"n\":10,\"t\":true}}"));
    }

    [Theory]
    [InlineData("{\"And\":[{\"Variable\":\"$.v\",\"NumericGreaterThan\":1},{\"Variable\":\"$.v\",\"NumericLessThan\":3}]", true)]
    [InlineData("{\"Or\":[{\"Variable\":\"$.v\",\"NumericEquals\":1},{\"Not\":{\"Variable\":\"$.v\",\"NumericEquals\":2}}]", false)]
    [InlineData("{\"Not\":{\"Variable\":\"$.gone\",\"IsPresent\":true}", true)]
    [InlineData("{\"Variable\":\"$$.Execution.Input.v\",\"NumericEquals\":2", true)]
    public async Task Rules_combine(string rule, bool holds)
    {
        await using var world = new StatesWorld();

        Assert.Equal(holds, await HoldsAsync(world, rule, """{"v":2}"""));
    }

    [Fact]
    public async Task Variable_that_is_not_there_fails_the_execution()
    {
        await using var world = new StatesWorld();

        var execution = await world.RunAsync(Choosing("{\"Variable\":\"$.gone\",\"StringEquals\":\"a\"", ",\"Default\":\"No\""));

        Assert.Equal(
            ["1<0 ExecutionStarted", "2<0 ChoiceStateEntered", "3<2 ExecutionFailed"],
            Lines(execution).Select(line => string.Join(' ', line.Split(' ').Take(2))));
        Assert.Equal("States.Runtime", execution.Error);
        Assert.Equal(
            "An error occurred while executing the state 'S' (entered at the event id #2). Invalid path '$.gone': The choice state's condition path references an invalid value.",
            execution.Cause);
    }

    [Fact]
    public async Task No_match_and_no_default_fails_the_execution()
    {
        await using var world = new StatesWorld();

        var execution = await world.RunAsync(
            Definition("S", "\"S\":{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.v\",\"NumericEquals\":1,\"Next\":\"Yes\"}]},\"Yes\":{\"Type\":\"Succeed\"}"), """{"v":2}""");

        Assert.Equal("States.Runtime", execution.Error);
        Assert.EndsWith("Failed to transition out of the state. The state does not point to a next state.", execution.Cause, StringComparison.Ordinal);
    }

    private static async Task<bool> HoldsAsync(StatesWorld world, string rule, string input)
    {
        var execution = await world.RunAsync(Choosing(rule, ",\"Default\":\"No\""), input);
        return execution.Output!.Text == "\"yes\"";
    }

    /// <param name="rule">Left open, so that Next can follow.</param>
    private static string Choosing(string rule, string otherwise) => Definition("S", $$"""
        "S":{"Type":"Choice","Choices":[{{rule}},"Next":"Yes"}]{{otherwise}}},
        "Yes":{"Type":"Pass","Result":"yes","End":true},"No":{"Type":"Pass","Result":"no","End":true}
        """);
}
