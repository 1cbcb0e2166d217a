using SesCompliance.Local.Logs;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Logs;

public sealed class FilterPatterns
{
    private const string Json = """{"level":"Error","attempt":3,"mail":{"tags":{"send-id":["a-1"]}},"cause":null,"final":true}""";

    [Theory]
    [InlineData("", "anything", true)]
    [InlineData("ERROR", "an ERROR here", true)]
    [InlineData("ERROR", "an error here", false)]
    [InlineData("ERROR timeout", "timeout: ERROR", true)]
    [InlineData("ERROR timeout", "ERROR", false)]
    [InlineData("?ERROR ?timeout", "timeout", true)]
    [InlineData("?ERROR ?timeout", "fine", false)]
    [InlineData("ERROR -timeout", "ERROR: timeout", false)]
    [InlineData("ERROR -timeout", "ERROR: other", true)]
    [InlineData("\"Task timed out\"", "x Task timed out after 3.00 seconds", true)]
    [InlineData("\"Task timed out\"", "timed out Task", false)]
    [InlineData("\"say \\\"hi\\\"\"", "say \"hi\"", true)]
    [InlineData("{ $.level = \"Error\" }", Json, true)]
    [InlineData("{ $.level = Error }", Json, true)]
    [InlineData("{ $.level != \"Error\" }", Json, false)]
    [InlineData("{ $.level = \"E*r\" }", Json, true)]
    [InlineData("{ $.level = \"E*x\" }", Json, false)]
    [InlineData("{$.attempt>=3}", Json, true)]
    [InlineData("{ $.attempt > 3 }", Json, false)]
    [InlineData("{ $.attempt = 3 && $.level = \"Warn\" }", Json, false)]
    [InlineData("{ $.attempt = 4 || $.level = \"Error\" }", Json, true)]
    [InlineData("{ ($.attempt = 4 || $.level = \"Error\") && $.final IS TRUE }", Json, true)]
    [InlineData("{ $.mail.tags[\"send-id\"][0] = \"a-1\" }", Json, true)]
    [InlineData("{ $.mail.tags.send-id[0] = \"a-*\" }", Json, true)]
    [InlineData("{ $.cause IS NULL }", Json, true)]
    [InlineData("{ $.level IS NULL }", Json, false)]
    [InlineData("{ $.cause EXISTS }", Json, true)]
    [InlineData("{ $.other NOT EXISTS }", Json, true)]
    [InlineData("{ $.other != \"x\" }", Json, false)]
    [InlineData("{ $.level = \"Error\" }", "level Error", false)]
    public void Pattern_matches_as_documented(string pattern, string message, bool matches) => Assert.Equal(matches, LogFilter.Parse(pattern)(message));

    [Theory]
    [InlineData("[ip, user]")]
    [InlineData("%[0-9]+%")]
    [InlineData("{ $.a = %x% }")]
    [InlineData("{ $.a = 1")]
    [InlineData("{ $.a ~ 1 }")]
    [InlineData("{ $.a > \"x\" }")]
    [InlineData("{ ($.a = 1 }")]
    [InlineData("{ a = 1 }")]
    [InlineData("\"open")]
    public void Pattern_that_is_not_understood_is_refused_and_named(string pattern)
    {
        var refusal = Assert.Throws<AwsException>(() => LogFilter.Parse(pattern));

        Assert.Equal("InvalidParameterException", refusal.Code);
        Assert.EndsWith(pattern, refusal.Message, StringComparison.Ordinal);
    }
}
