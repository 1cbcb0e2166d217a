using System.Text.Json;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Requests;

namespace SesCompliance.Tests.Lambdas.Requests;

public sealed class SendRequestParserTests
{
    private const string Smallest = """{"to": "user@example.com", "subject": "Code", "text": "1234"}""";

    [Fact]
    public void Smallest_request_is_taken()
    {
        var request = Parse(Smallest);
        Assert.Equal("user@example.com", request.To.Value);
        Assert.Equal(new WrittenContent("Code", "1234", null), request.Content);
        Assert.Null(request.ExpiresAt);
        Assert.Empty(request.Tags);
    }

    [Fact]
    public void Complete_request_is_taken()
    {
        var request = Parse("""
            {"to": "Jane <Jane@Example.com>", "subject": "Code \u2713", "text": "1234", "html": "<b>1234</b>",
             "expiresAt": "2026-11-24T11:00:00+01:00", "tags": {"flow": "verify", "shard": "7"}}
            """);
        Assert.Equal("jane@example.com", request.To.Value);
        Assert.Equal(new WrittenContent("Code \u2713", "1234", "<b>1234</b>"), request.Content);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero), request.ExpiresAt);
        Assert.Equal([KeyValuePair.Create("flow", "verify"), KeyValuePair.Create("shard", "7")], request.Tags);
    }

    [Fact]
    public void Template_request_is_taken()
    {
        Assert.Equal(
            new TemplateContent("verify-code", """{"code": 1234, "list": [1, {"a": null}]}"""),
            Parse("""{"to": "a@b.de", "template": {"name": "verify-code", "data": {"code": 1234, "list": [1, {"a": null}]}}}""").Content);
        Assert.Equal(new TemplateContent("t", "{}"), Parse("""{"to": "a@b.de", "template": {"name": "t"}}""").Content);
    }

    [Theory]
    [InlineData("2026-11-24T10:00:00Z")]
    [InlineData("2026-11-24T10:00:00.123Z")]
    [InlineData("2026-11-24T10:00:00.1234567-11:30")]
    public void Expiry_is_a_time_with_an_offset(string time) => Assert.NotNull(Parse(With("expiresAt", $"\"{time}\"")).ExpiresAt);

    [Theory]
    [InlineData("null", "the request must be a JSON object, not null")]
    [InlineData("[]", "the request must be a JSON object, not a list")]
    [InlineData("\"x\"", "the request must be a JSON object, not a string")]
    [InlineData("7", "the request must be a JSON object, not a number")]
    [InlineData("{}", "to is missing")]
    [InlineData("""{"to": "a@b.de", "subject": "s"}""", "must have text and/or html, or else template")]
    [InlineData("""{"to": "a@b.de", "text": "t"}""", "subject is missing")]
    [InlineData("""{"to": ["a@b.de"], "subject": "s", "text": "t"}""", "to must be a string, not a list")]
    [InlineData("""{"to": "a@b.de, c@d.de", "subject": "s", "text": "t"}""", "more than one @")]
    [InlineData("""{"to": "a@b.de\r\nBcc: c@d.de", "subject": "s", "text": "t"}""", "to must not contain control characters")]
    [InlineData("""{"to": "a@b.de", "subject": "s\r\nBcc: c@d.de", "text": "t"}""", "subject must not contain line breaks")]
    [InlineData("""{"to": "a@b.de", "subject": "s\n", "text": "t"}""", "subject must not contain line breaks")]
    [InlineData("""{"to": "a@b.de", "subject": "s\u0085x", "text": "t"}""", "subject must not contain line breaks")]
    [InlineData("""{"to": "a@b.de", "subject": "", "text": "t"}""", "subject must not be empty")]
    [InlineData("""{"to": "a@b.de", "subject": null, "text": "t"}""", "subject must be a string, not null")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": ""}""", "text must not be empty")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "html": null}""", "html must be a string, not null")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "template": {"name": "n"}}""", "not both")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "template": {"name": "n"}}""", "subject must not stand beside template")]
    [InlineData("""{"to": "a@b.de", "template": {"data": {}}}""", "template.name is missing")]
    [InlineData("""{"to": "a@b.de", "template": {"name": "n n"}}""", "template.name must be 1 to 64")]
    [InlineData("""{"to": "a@b.de", "template": {"name": "n", "data": "{}"}}""", "template.data must be a JSON object, not a string")]
    [InlineData("""{"to": "a@b.de", "template": {"name": "n", "Data": {}}}""", "template must not have 'Data'; it knows data, name")]
    [InlineData("""{"to": "a@b.de", "template": "n"}""", "template must be a JSON object, not a string")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "cc": "c@d.de"}""", "must not have 'cc'; it knows expiresAt, html, subject, tags, template, text, to")]
    [InlineData("""{"to": "a@b.de", "from": "c@d.de", "subject": "s", "text": "t"}""", "must not have 'from'")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "to": "c@d.de"}""", "the request has 'to' twice")]
    [InlineData("""{"to": "a@b.de", "template": {"name": "n", "data": {"x": [{"k": 1, "k": 2}]}}}""", "the request has 'k' twice")]
    [InlineData("""{"to": "a@b.de", "subject": "\ud800", "text": "t"}""", "not valid Unicode")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "\udc00": 1}""", "not valid Unicode")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "expiresAt": "2026-11-24T10:00:00"}""", "ISO 8601")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "expiresAt": "2026-11-24"}""", "ISO 8601")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "expiresAt": "2026-13-24T10:00:00Z"}""", "ISO 8601")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "expiresAt": 1795514400}""", "expiresAt must be a string, not a number")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "tags": ["a"]}""", "tags must be a JSON object, not a list")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "tags": {"send-id": "x"}}""", "reserved")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "tags": {"Send-Id": "x"}}""", "reserved")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "tags": {"ses:x": "x"}}""", "reserved")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "tags": {"a b": "x"}}""", "must have a name of")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "tags": {"a": "x y"}}""", "tags 'a' must have a string of")]
    [InlineData("""{"to": "a@b.de", "subject": "s", "text": "t", "tags": {"a": 1}}""", "tags 'a' must have a string of")]
    public void What_breaks_the_contract_is_refused_with_key_and_rule(string json, string rule) => Assert.Contains(rule, Refuse(json), StringComparison.Ordinal);

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var message = Refuse("""{"to": "nobody", "subject": "", "html": 1, "tags": {"a": true}, "expiresAt": "soon", "bcc": "x"}""");
        string[] keys = ["to ", "subject ", "html ", "tags 'a' ", "expiresAt ", "'bcc'"];
        Assert.All(keys, key => Assert.Contains(key, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Messages_repeat_no_value_and_no_key_that_may_be_one()
    {
        var message = Refuse("""
            {"to": "secret@@secret.example", "subject": "secret\n", "text": 5, "secret@example.com": 1, "expiresAt": "secret",
             "tags": {"secret@example.org": "secret value"}, "template": {"name": "secret name"}}
            """);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Endless_mistakes_make_no_endless_message()
    {
        var message = Refuse("{" + string.Join(",", Enumerable.Range(0, 10_000).Select(i => $"\"k{i}\": 1")) + "}");
        Assert.InRange(message.Length, 1, 5_000);
        Assert.EndsWith("more", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(998, true)]
    [InlineData(999, false)]
    public void Subject_has_at_most_998_characters(int length, bool taken) =>
        AssertTaken(taken, $$"""{"to": "a@b.de", "subject": "{{new string('s', length)}}", "text": "t"}""");

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    public void At_most_49_tags_stand_beside_send_id(int count, bool taken) => AssertTaken(
        taken, With("tags", "{" + string.Join(",", Enumerable.Range(0, count).Select(i => $"\"t{i}\": \"v\"")) + "}"));

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void Tags_have_at_most_256_characters(int length, bool taken) =>
        AssertTaken(taken, With("tags", $$"""{"a": "{{new string('v', length)}}"}"""));

    [Theory]
    [InlineData(262_000, true)]
    [InlineData(262_144, false)]
    public void Request_has_at_most_256_KiB(int bodyLength, bool taken) =>
        AssertTaken(taken, $$"""{"to": "a@b.de", "subject": "s", "text": "{{new string('t', bodyLength)}}"}""");

    [Theory]
    [InlineData(20, true)]
    [InlineData(60, false)]
    public void Deep_nesting_is_refused(int depth, bool taken) => AssertTaken(
        taken, """{"to": "a@b.de", "template": {"name": "n", "data": {"x": """ + new string('[', depth) + new string(']', depth) + "}}}");

    [Theory]
    [InlineData("order-42_A", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("user@example.com", false)]
    [InlineData("a.b", false)]
    public void Execution_name_must_be_fit_for_a_message_tag(string? sendId, bool taken)
    {
        if (taken)
        {
            Assert.Equal(sendId, SendRequestParser.Parse(sendId, Json(Smallest)).SendId);
            return;
        }

        var message = Assert.Throws<InvalidRequest>(() => SendRequestParser.Parse(sendId, Json(Smallest))).Message;
        Assert.Contains("the execution's name", message, StringComparison.Ordinal);
        Assert.DoesNotContain("user", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_ignores_the_order_of_keys_and_white_space_but_no_value()
    {
        var hash = Parse(Smallest).Hash;
        Assert.Equal(hash, Parse("""{"text":"1234","subject":"Code","to":"user@example.com"}""").Hash);
        Assert.Equal(hash, Parse("""{"text":"\u0031234","subject":"Code","to":"user@example.com"}""").Hash);
        Assert.NotEqual(hash, Parse("""{"text":"1235","subject":"Code","to":"user@example.com"}""").Hash);
        Assert.NotEqual(hash, Parse("""{"html":"1234","subject":"Code","to":"user@example.com"}""").Hash);
    }

    private static void AssertTaken(bool taken, string json)
    {
        if (taken)
        {
            Parse(json);
        }
        else
        {
            Refuse(json);
        }
    }

    private static string With(string key, string value) => $$"""{"to": "a@b.de", "subject": "s", "text": "t", "{{key}}": {{value}}}""";

    private static string Refuse(string json) => Assert.Throws<InvalidRequest>(() => Parse(json)).Message;

    private static SendRequest Parse(string json) => SendRequestParser.Parse("send-1", Json(json));

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
