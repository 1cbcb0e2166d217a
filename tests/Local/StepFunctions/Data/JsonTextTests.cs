using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Tests.Local.StepFunctions.Data;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""{"b":1.0,"a":10000000000000000000000,"c":1e5}""")]
    [InlineData("\"ünïcödé 🆗 / < > '\"")]
    [InlineData("""["\"","\\","\n","\u001F"]""")]
    public void What_is_read_is_written_the_same(string json) => Assert.Equal(json, JsonText.Write(JsonText.Read(json)));

    [Fact]
    public void The_last_of_equal_keys_counts() => Assert.Equal("""{"a":2,"b":3}""", JsonText.Write(JsonText.Read("""{"a":1,"b":3,"a":2}""")));

    [Fact]
    public void Size_is_counted_in_bytes() => Assert.Equal(6, JsonText.Size("\"éé\""));

    [Theory]
    [InlineData("not json", "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')", 1, 4)]
    [InlineData("{'a': 1}", "Unexpected character (''' (code 39)): was expecting double-quote to start field name", 1, 3)]
    [InlineData("[1\n 2]", "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries", 2, 3)]
    public void A_fault_is_told_in_the_words_of_Jackson(string text, string message, int line, int column)
    {
        var fault = JsonSyntax.Check(text);

        Assert.NotNull(fault);
        Assert.Equal(message, fault.Message);
        Assert.EndsWith($"line: {line}, column: {column}]", fault.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_different_kinds_are_different_values()
    {
        Assert.False(JsonEquality.Same(JsonNode.Parse("1"), JsonNode.Parse("1.0")));
        Assert.True(JsonEquality.Same(JsonNode.Parse("""{"a":[1,null],"b":"x"}"""), JsonNode.Parse("""{"b":"x","a":[1,null]}""")));
    }

    [Fact]
    public void Java_maps_have_their_own_order() =>
        Assert.Equal(["arg2", "arg1", "TaskToken"], new[] { "arg1", "arg2", "TaskToken" }.InJavaHashOrder(name => name));
}
