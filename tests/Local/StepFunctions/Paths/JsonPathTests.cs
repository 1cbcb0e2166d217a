using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Tests.Local.StepFunctions.Paths;

public sealed class JsonPathTests
{
    private const string Store = """
        {"books":[{"t":"A","p":5,"tags":["x"]},{"t":"B","p":15},{"t":"C","p":25,"isbn":"1"}],"o":{"odd key":1,"n":null},"s":"text"}
        """;

    [Theory]
    [InlineData("$.s", "\"text\"")]
    [InlineData("$.o['odd key']", "1")]
    [InlineData("$['o'][\"n\"]", "null")]
    [InlineData("$.books[0].t", "\"A\"")]
    [InlineData("$.books[-1].t", "\"C\"")]
    [InlineData("$.books[0,2].t", """["A","C"]""")]
    [InlineData("$.books[1:].t", """["B","C"]""")]
    [InlineData("$.books[:-1].t", """["A","B"]""")]
    [InlineData("$.books[*].isbn", """["1"]""")]
    [InlineData("$.o.*", "[1,null]")]
    [InlineData("$..p", "[5,15,25]")]
    [InlineData("$.books[?(@.p > 10)].t", """["B","C"]""")]
    [InlineData("$.books[?(@.p >= 5 && @.t != 'B')].t", """["A","C"]""")]
    [InlineData("$.books[?(@.isbn || @.tags)].t", """["A","C"]""")]
    [InlineData("$.books[?(!@.isbn)].t", """["A","B"]""")]
    [InlineData("$.books[?(@.t in ['A','C'])].p", "[5,25]")]
    [InlineData("$.books[?(@.t =~ /[ab]/i)].p", "[5,15]")]
    [InlineData("$.books[?(@.p == $.books[1].p)].t", """["B"]""")]
    [InlineData("$.books[*].nothing", "[]")]
    [InlineData("$.nothing[*]", "[]")]
    [InlineData("$.books.length()", "3")]
    public void Path_leads_to(string path, string expected) => Assert.Equal(expected, JsonText.Write(JsonPath.Parse(path).Read(JsonText.Read(Store))));

    [Theory]
    [InlineData("$.nothing", "No results for path: $['nothing']")]
    [InlineData("$.no.such", "Missing property in path $['no']")]
    [InlineData("$.books[9]", "No results for path: $['books'][9]")]
    [InlineData("$.s.x", "Expected to find an object with property ['x'] in path $['s'] but found 'com.fasterxml.jackson.databind.node.TextNode'. "
        + "This is not a json object according to the JsonProvider: 'com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider'.")]
    public void Path_that_leads_nowhere_says_so_in_the_words_of_Jayway(string path, string message) =>
        Assert.Equal(message, Assert.Throws<PathNotFoundException>(() => JsonPath.Parse(path).Read(JsonText.Read(Store))).Message);

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("$.")]
    [InlineData("$.a[")]
    [InlineData("$.a['b'")]
    [InlineData("$.a[?(@.b ==)]")]
    [InlineData("$.a b")]
    [InlineData("$.a.sum()")]
    public void What_is_no_path_is_refused(string text) => Assert.Throws<PathSyntaxException>(() => JsonPath.Parse(text));

    [Fact]
    public void Backslash_stays_in_a_quoted_name() =>
        Assert.Equal("1", JsonText.Write(JsonPath.Parse("""$['a\"b']""").Read(JsonText.Read("""{"a\\\"b":1}"""))));
}
