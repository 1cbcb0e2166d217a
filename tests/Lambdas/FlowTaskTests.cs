using System.Text;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;
using SesCompliance.Lambdas;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Requests;

namespace SesCompliance.Tests.Lambdas;

public sealed class FlowTaskTests
{
    [Theory]
    [InlineData("""{"to": "a@b.de"}""")]
    [InlineData("[1, [2]]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("17")]
    public void Request_arrives_as_it_was_written_whatever_it_is(string request) =>
        Assert.Equal(request, Read($$"""{"request": {{request}}, "sendId": "send-1"}""").Request.GetRawText());

    [Fact]
    public void Request_may_be_missing() => Assert.Equal(JsonValueKind.Undefined, Read("""{"sendId": "send-1"}""").Request.ValueKind);

    [Theory]
    [InlineData(100)]
    [InlineData(130_000)]
    public void Brackets_by_the_thousand_are_an_invalid_request_at_once(int depth)
    {
        var task = Read($$"""{"request": {{new string('[', depth)}}{{new string(']', depth)}}, "sendId": "send-1"}""");
        Assert.Equal("send-1", task.SendId);
        var error = Assert.Throws<InvalidRequest>(() => SendRequestParser.Parse(task.SendId, task.Request));
        Assert.Contains("nested deeper than 32 levels", error.Message, StringComparison.Ordinal);
    }

    private static FlowTask Read(string payload)
    {
        var serializer = new SourceGeneratorLambdaJsonSerializer<FunctionJson>((JsonSerializerOptions options) => options.MaxDepth = RequestConverter.ReaderDepth);
        return serializer.Deserialize<FlowTask>(new MemoryStream(Encoding.UTF8.GetBytes(payload)));
    }
}
