using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Tests.Local.StepFunctions.Paths;

public sealed class ReferencePathTests
{
    [Theory]
    [InlineData("$", """{"a":1}""", "9")]
    [InlineData("$.b", """{"a":1}""", """{"a":1,"b":9}""")]
    [InlineData("$.a", """{"a":1,"z":2}""", """{"a":9,"z":2}""")]
    [InlineData("$.x.y.z", "{}", """{"x":{"y":{"z":9}}}""")]
    [InlineData("$.list[1]", """{"list":[1,2]}""", """{"list":[1,9]}""")]
    public void Value_is_put_in_place(string path, string document, string expected) =>
        Assert.Equal(expected, JsonText.Write(ReferencePath.Parse(path).Put(JsonText.Read(document), JsonText.Read("9"))));

    [Theory]
    [InlineData("$.a.b", """{"a":1}""", "Unable to apply step \"b\" to input 1")]
    [InlineData("$.a", "[1]", "Unable to apply step \"a\" to input [1]")]
    [InlineData("$.list[5]", """{"list":[]}""", "Unable to apply step \"5\" to input []")]
    public void Place_that_is_none_is_refused(string path, string document, string message) =>
        Assert.Equal(message, Assert.Throws<PathNotFoundException>(() => ReferencePath.Parse(path).Put(JsonText.Read(document), null)).Message);

    [Theory]
    [InlineData("$.a[*]")]
    [InlineData("$..a")]
    [InlineData("$.a[?(@.b)]")]
    [InlineData("$$.Execution")]
    public void Path_to_several_places_or_the_context_is_no_reference_path(string path) =>
        Assert.Throws<PathSyntaxException>(() => ReferencePath.Parse(path));
}
