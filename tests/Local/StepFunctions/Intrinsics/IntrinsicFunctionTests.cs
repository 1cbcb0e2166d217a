namespace SesCompliance.Tests.Local.StepFunctions.Intrinsics;

public sealed class IntrinsicFunctionTests
{
    private const string Input = """{"text":"a,b","n":3,"list":[1,2,2,3],"o":{"a":1,"b":[2]},"x":{"a":2,"c":3},"nothing":null}""";

    [Theory]
    [InlineData("States.Format('{} and {}', $.n, $.nothing)", "\"3 and null\"")]
    [InlineData("States.Format('{}', $.o)", "\"{a=1, b=[2]}\"")]
    [InlineData("States.Format('\\{\\} is {}', 'it\\'s')", "\"{} is it's\"")]
    [InlineData("States.Format('no placeholder')", "\"no placeholder\"")]
    [InlineData("States.StringToJson('[1, {\"a\": null}]')", "[1,{\"a\":null}]")]
    [InlineData("States.StringToJson('')", "null")]
    [InlineData("States.JsonToString($.o)", "\"{\\\"a\\\":1,\\\"b\\\":[2]}\"")]
    [InlineData("States.JsonMerge($.o, $.x, false)", "{\"a\":2,\"b\":[2],\"c\":3}")]
    [InlineData("States.Array('a', 1, true, null, $.n)", "[\"a\",1,true,null,3]")]
    [InlineData("States.Array()", "[]")]
    [InlineData("States.ArrayPartition($.list, 3)", "[[1,2,2],[3]]")]
    [InlineData("States.ArrayContains($.list, 2)", "true")]
    [InlineData("States.ArrayContains($.list, '2')", "false")]
    [InlineData("States.ArrayRange(1, 9, 3)", "[1,4,7]")]
    [InlineData("States.ArrayRange(3, 1, -1)", "[3,2,1]")]
    [InlineData("States.ArrayGetItem($.list, 3)", "3")]
    [InlineData("States.ArrayLength($.list)", "4")]
    [InlineData("States.ArrayUnique($.list)", "[1,2,3]")]
    [InlineData("States.Base64Encode('Ünïcode')", "\"w5xuw69jb2Rl\"")]
    [InlineData("States.Base64Decode('w5xuw69jb2Rl')", "\"Ünïcode\"")]
    [InlineData("States.Hash('input data', 'MD5')", "\"812f45842bc6d66ee14572ce20db8e86\"")]
    [InlineData("States.MathAdd(-1.5, $.n)", "2")]
    [InlineData("States.StringSplit('.a..b+c', '.+')", "[\"a\",\"b\",\"c\"]")]
    [InlineData("States.ArrayLength(States.StringSplit($.text, ','))", "2")]
    [InlineData("States.MathRandom(5, 6)", "5")]
    public async Task Function_yields(string call, string expected)
    {
        await using var world = new StatesWorld();

        Assert.Equal(expected, await world.EvaluateAsync(call, Input));
    }

    [Theory]
    [InlineData("States.Format('{}{}', 1)", "There are more occurrences of {} than arguments")]
    [InlineData("States.ArrayGetItem($.list, 9)", "The index 9 is out of the array's bounds")]
    [InlineData("States.ArrayLength($.text)", "Argument 1 is \"a,b\": it must be an array")]
    [InlineData("States.ArrayRange(1, 9, 0)", "The increment must not be zero")]
    [InlineData("States.JsonMerge($.o, $.x, true)", "The deep merge mode is not supported")]
    [InlineData("States.MathRandom(3, 3)", "The start number 3 must be less than the end number 3")]
    [InlineData("States.StringToJson('{')", "Unexpected end-of-input: expected close marker for Object")]
    public async Task Wrong_values_fail_the_execution(string call, string message)
    {
        await using var world = new StatesWorld();

        Assert.Equal(
            $"States.IntrinsicFailure: An error occurred while executing the state 'S' (entered at the event id #2). The function '{call}' had the following error: {message}",
            await world.EvaluateAsync(call, Input));
    }

    [Fact]
    public async Task Missing_path_in_a_call_is_a_runtime_error_that_names_field_and_input()
    {
        await using var world = new StatesWorld();

        Assert.EndsWith(
            "The JSONPath '$.gone' specified for the field 'r.$' could not be found in the input '{\"a\":1}'",
            await world.EvaluateAsync("States.Format('{}', $.gone)", """{"a":1}"""),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_decides_the_random_number_and_a_uuid_is_one()
    {
        await using var world = new StatesWorld();

        Assert.Equal(await world.EvaluateAsync("States.MathRandom(0, 999, 3)"), await world.EvaluateAsync("States.MathRandom(0, 999, 3)"));
        Assert.True(Guid.TryParse((await world.EvaluateAsync("States.UUID()")).Trim('"'), out var id) && id.Version == 4);
    }
}
