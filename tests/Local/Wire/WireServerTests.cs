using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Wire;

public sealed class WireServerTests
{
    private const string Role = "arn:aws:iam::000000000000:role/sender";

    [Fact]
    public async Task An_unsigned_call_and_one_with_an_unknown_key_are_the_operators()
    {
        await using var cloud = await EchoCloud.StartAsync();
        Assert.Contains(":user/operator", (await cloud.JsonAsync("Echo_20200101.Who", "{}")).Text, StringComparison.Ordinal);
        Assert.Contains(":user/operator", (await cloud.JsonAsync("Echo_20200101.Who", "{}", EchoCloud.Signed("test", "echo"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sessions_key_with_its_token_is_the_roles()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var session = cloud.Credentials.AssumeRole(Role, "s1");
        var answer = await cloud.JsonAsync("Echo_20200101.Who", "{}", EchoCloud.Signed(session.AccessKeyId, "echo"), ("X-Amz-Security-Token", session.SessionToken));
        Assert.Equal("arn:aws:sts::000000000000:assumed-role/sender/s1", (string?)answer.Json["Arn"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    public async Task A_sessions_key_with_another_token_is_refused(string? token)
    {
        await using var cloud = await EchoCloud.StartAsync();
        var key = EchoCloud.Signed(cloud.Credentials.AssumeRole(Role, "s1").AccessKeyId, "echo");
        (string, string)[] headers = token is null ? [key] : [key, ("X-Amz-Security-Token", token)];
        var json = await cloud.JsonAsync("Echo_20200101.Who", "{}", headers);
        Assert.Equal((403, "UnrecognizedClientException"), (json.Status, (string?)json.Json["__type"]));
        var query = await cloud.QueryAsync("Action=Who&Version=2020-01-01", headers);
        Assert.Equal(403, query.Status);
        Assert.Contains("<Code>InvalidClientTokenId</Code>", query.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compressed_body_is_read()
    {
        await using var cloud = await EchoCloud.StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("""{"a":"b"}"""), TestContext.Current.CancellationToken);
        }

        using var content = new ByteArrayContent(packed.ToArray());
        content.Headers.ContentEncoding.Add("gzip");
        Assert.Equal("""{"a":"b"}""", (await cloud.SendAsync(HttpMethod.Post, "/", content, ("X-Amz-Target", "Echo_20200101.Echo"))).Text);
    }

    [Fact]
    public async Task A_body_that_is_not_the_gzip_it_promises_is_refused()
    {
        await using var cloud = await EchoCloud.StartAsync();
        using var content = new StringContent("{}");
        content.Headers.ContentEncoding.Add("gzip");
        Assert.Equal(400, (await cloud.SendAsync(HttpMethod.Post, "/", content, ("X-Amz-Target", "Echo_20200101.Echo"))).Status);
    }

    [Fact]
    public async Task A_chunked_body_is_read()
    {
        await using var cloud = await EchoCloud.StartAsync();
        using var content = new StringContent("""{"a":1}""");
        Assert.Equal("""{"a":1}""", (await cloud.SendAsync(HttpMethod.Post, "/", content, ("X-Amz-Target", "Echo_20200101.Echo"), ("Transfer-Encoding", "chunked"))).Text);
    }

    [Fact]
    public async Task A_defect_is_a_500_that_names_the_request()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.JsonAsync("Echo_20200101.Defect", "{}");
        Assert.Equal((500, "InternalFailure"), (answer.Status, (string?)answer.Json["__type"]));
        Assert.Contains(answer.Headers["x-amzn-RequestId"], (string?)answer.Json["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_breaks_the_connection()
    {
        await using var cloud = await EchoCloud.StartAsync();
        // On a connection that was used before, too, where a client may be tempted to try once more.
        await cloud.JsonAsync("Echo_20200101.Echo", "{}");
        await Assert.ThrowsAsync<HttpRequestException>(() => cloud.JsonAsync("Echo_20200101.Lost", "{}"));
        Assert.Equal(("Lost", 0, "ConnectionBroken"), cloud.Calls.Snapshot().Skip(1).Select(call => (call.Operation, call.StatusCode, call.Error)).Single());
    }

    [Fact]
    public async Task The_authorizer_judges_every_call_before_it_runs()
    {
        await using var cloud = await EchoCloud.StartAsync(new WireOptions { Authorizer = new DenyWho() });
        var denied = await cloud.JsonAsync("Echo_20200101.Who", "{}");
        Assert.Equal((403, "AccessDeniedException"), (denied.Status, (string?)denied.Json["__type"]));
        Assert.Equal(200, (await cloud.JsonAsync("Echo_20200101.Echo", "{}")).Status);
    }

    [Fact]
    public async Task Calls_are_logged_with_service_operation_caller_and_outcome()
    {
        await using var cloud = await EchoCloud.StartAsync();
        await cloud.JsonAsync("Echo_20200101.Echo", "{}");
        await cloud.JsonAsync("Echo_20200101.Missing", "{}");
        await cloud.JsonAsync("Foo.Bar", "{}");
        Assert.Equal(
            [("echo", "Echo", 200, null), ("echo", "Missing", 404, "EchoNotFound"), (null, "Foo.Bar", 404, "UnknownOperationException")],
            cloud.Calls.Snapshot().Select(call => (call.Service, call.Operation, call.StatusCode, call.Error)));
        Assert.All(cloud.Calls.Snapshot(), call => Assert.Equal(CredentialStore.Operator, call.Caller));
    }

    [Fact]
    public void The_call_log_forgets_the_oldest_when_it_is_full()
    {
        var log = new CallLog(2);
        foreach (var operation in new[] { "a", "b", "c" })
        {
            log.Add(new Call(DateTimeOffset.UnixEpoch, "x", operation, CredentialStore.Operator, 200, null, TimeSpan.Zero, "id"));
        }

        Assert.Equal(["b", "c"], log.Snapshot().Select(call => call.Operation));
    }

    [Fact]
    public async Task It_listens_on_loopback_only_and_stops_with_calls_in_flight()
    {
        var cloud = await EchoCloud.StartAsync();
        Assert.Equal("127.0.0.1", cloud.Http.BaseAddress!.Host);
        var waiting = cloud.JsonAsync("Echo_20200101.Wait", "{}");
        await cloud.JsonAsync("Echo_20200101.Echo", "{}");
        var port = cloud.Http.BaseAddress.Port;
        await cloud.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => waiting);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(async () => await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken));
    }

    private sealed class DenyWho : IAuthorizer
    {
        public ValueTask AuthorizeAsync(AwsApi api, AwsRequest request, CancellationToken cancellationToken) => request.Operation == "Who"
            ? throw new AwsException("AccessDeniedException", "no", 403)
            : ValueTask.CompletedTask;
    }
}
