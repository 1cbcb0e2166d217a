using System.Text;

namespace SesCompliance.Tests.Local.Wire;

public sealed class RestJsonTests
{
    [Fact]
    public async Task Members_come_from_path_query_string_and_body()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.SendAsync(HttpMethod.Post, "/2020-01-01/echoes/a%2Fb%3Ac?Qualifier=1", new StringContent("""{"X":{"Y":2}}"""));
        Assert.Equal("""{"X":{"Y":2},"Qualifier":"1","Name":"a/b:c"}""", answer.Text);
        Assert.Equal("application/json", answer.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_literal_path_goes_before_a_placeholder()
    {
        await using var cloud = await EchoCloud.StartAsync();
        Assert.Equal("""{"all":true}""", (await cloud.SendAsync(HttpMethod.Get, "/2020-01-01/echoes/all", null)).Text);
        Assert.Equal("""{"Name":"one"}""", (await cloud.SendAsync(HttpMethod.Get, "/2020-01-01/echoes/one", null)).Text);
    }

    [Fact]
    public async Task A_blob_goes_in_and_out_untouched_with_its_headers()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var blob = new byte[6 << 20];
        new Random(1).NextBytes(blob);
        var answer = await cloud.SendAsync(HttpMethod.Post, "/2020-01-01/echoes/x/blob", new ByteArrayContent(blob), ("X-Amz-Invocation-Type", "Event"), ("Expect", "100-continue"));
        Assert.Equal((202, "Event"), (answer.Status, answer.Headers["x-amz-kind"]));
        Assert.Equal(blob, answer.Body);
    }

    [Fact]
    public async Task A_path_that_the_cloud_does_not_have_is_refused_by_name()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.SendAsync(HttpMethod.Delete, "/2020-01-01/echoes/x", null);
        Assert.Equal(404, answer.Status);
        Assert.Equal("UnknownOperationException", answer.Headers["x-amzn-ErrorType"]);
        Assert.Contains("DELETE /2020-01-01/echoes/x", (string?)answer.Json["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_the_signature_does_not_name_is_not_reached()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.SendAsync(HttpMethod.Get, "/2020-01-01/echoes/one", null, EchoCloud.Signed("AKIAX", "s3"));
        Assert.Equal(404, answer.Status);
        Assert.Contains("s3 GET /2020-01-01/echoes/one", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }
}
