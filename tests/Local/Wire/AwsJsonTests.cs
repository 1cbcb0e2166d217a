namespace SesCompliance.Tests.Local.Wire;

public sealed class AwsJsonTests
{
    [Fact]
    public async Task Members_go_in_and_out_as_they_are()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.JsonAsync("Echo_20200101.Echo", """{"a":1.5,"b":[true,null,"é"],"c":{}}""");
        Assert.Equal((200, """{"a":1.5,"b":[true,null,"é"],"c":{}}"""), (answer.Status, answer.Text));
        Assert.Equal("application/x-amz-json-1.0", answer.Headers["Content-Type"]);
        Assert.True(Guid.TryParse(answer.Headers["x-amzn-RequestId"], out _));
    }

    [Fact]
    public async Task Time_stamps_are_epoch_seconds()
    {
        await using var cloud = await EchoCloud.StartAsync();
        Assert.Equal("""{"At":1795514400.25}""", (await cloud.JsonAsync("Echo_20200101.Time", "{}")).Text);
    }

    [Fact]
    public async Task A_double_keeps_its_point()
    {
        await using var cloud = await EchoCloud.StartAsync();
        Assert.Equal("""{"Whole":240,"Double":240.0,"Fraction":0.05}""", (await cloud.JsonAsync("Echo_20200101.Numbers", "{}")).Text);
    }

    [Fact]
    public async Task An_error_names_its_type_in_body_and_header()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.JsonAsync("Echo_20200101.Missing", "{}");
        Assert.Equal(404, answer.Status);
        Assert.Equal("""{"__type":"EchoNotFound","message":"Nothing <here> & there","resource":"x"}""", answer.Text);
        Assert.Equal("EchoNotFound", answer.Headers["x-amzn-ErrorType"]);
        Assert.Equal("Echo.Missing;Sender", answer.Headers["x-amzn-query-error"]);
    }

    [Theory]
    [InlineData("Echo_20200101.Nothing", 400, "echo Nothing")]
    [InlineData("Kinesis_20131202.ListStreams", 404, "Kinesis_20131202.ListStreams")]
    [InlineData("nonsense", 404, "nonsense")]
    public async Task An_operation_that_the_cloud_does_not_have_is_refused_by_name(string target, int status, string named)
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.JsonAsync(target, "{}");
        Assert.Equal(status, answer.Status);
        Assert.Equal("UnknownOperationException", (string?)answer.Json["__type"]);
        Assert.Equal($"The embedded cloud does not have {named}: docs/supported.md lists what it has", (string?)answer.Json["message"]);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":"\ud800"}""")]
    public async Task A_body_that_is_no_JSON_object_is_refused(string body)
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.JsonAsync("Echo_20200101.Echo", body);
        Assert.Equal(400, answer.Status);
        Assert.Equal("SerializationException", (string?)answer.Json["__type"]);
    }
}
