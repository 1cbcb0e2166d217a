using System.Net;
using System.Net.Sockets;
using System.Text;
using Amazon.Runtime;
using SesCompliance.Lambdas;
using SesCompliance.Lambdas.Clients;

namespace SesCompliance.Tests.Lambdas;

/// <summary>On real sockets: which troubles prove that SES can't have taken the mail, and which prove nothing.</summary>
public sealed class SesConnectionTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly LogCapture logs = new();
    private int requests;

    public SesConnectionTests() => listener.Start();

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose()
    {
        ending.Cancel();
        listener.Dispose();
        ending.Dispose();
        logs.Dispose();
    }

    [Fact]
    public async Task Refused_connection_proves_that_nothing_was_sent()
    {
        var port = Port;
        listener.Stop();
        Assert.IsType<DeliveryAnswer.Unreached>(await HandOverAsync($"http://127.0.0.1:{port}"));
    }

    [Fact]
    public async Task Unknown_host_proves_that_nothing_was_sent() =>
        Assert.IsType<DeliveryAnswer.Unreached>(await HandOverAsync("http://no-such-host.invalid"));

    [Fact]
    public async Task Failed_tls_handshake_proves_that_nothing_was_sent()
    {
        Serve(async stream => await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), ending.Token));
        Assert.IsType<DeliveryAnswer.Unreached>(await HandOverAsync($"https://127.0.0.1:{Port}"));
    }

    [Fact]
    public async Task Handshake_cut_off_proves_that_nothing_was_sent()
    {
        Serve(async stream => _ = await stream.ReadAsync(new byte[16], ending.Token));
        Assert.IsType<DeliveryAnswer.Unreached>(await HandOverAsync($"https://127.0.0.1:{Port}"));
    }

    [Fact]
    public async Task Handshake_that_never_ends_proves_that_nothing_was_sent()
    {
        Serve(stream => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending.Token));
        Assert.IsType<DeliveryAnswer.Unreached>(await HandOverAsync($"https://127.0.0.1:{Port}", patience: TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Connection_closed_after_the_request_was_read_proves_nothing()
    {
        Serve(ReadRequestAsync);
        Assert.IsType<DeliveryAnswer.Unknown>(await HandOverAsync());
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task Connection_closed_before_the_whole_request_was_read_proves_nothing()
    {
        Serve(async stream => _ = await stream.ReadAsync(new byte[16], ending.Token));
        Assert.IsType<DeliveryAnswer.Unknown>(await HandOverAsync());
    }

    [Fact]
    public async Task Answer_cut_off_proves_nothing()
    {
        Serve(async stream =>
        {
            await ReadRequestAsync(stream);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Mess"u8.ToArray(), ending.Token);
        });
        Assert.IsType<DeliveryAnswer.Unknown>(await HandOverAsync());
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task Answer_that_never_comes_proves_nothing()
    {
        Serve(async stream =>
        {
            await ReadRequestAsync(stream);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ending.Token);
        });
        Assert.IsType<DeliveryAnswer.Unknown>(await HandOverAsync(patience: TimeSpan.FromSeconds(1)));
        Assert.Equal(1, requests);
    }

    [Theory]
    [InlineData(200, "<html>not SES</html>", typeof(DeliveryAnswer.Unknown))]
    [InlineData(200, "{}", typeof(DeliveryAnswer.Unknown))]
    [InlineData(200, """{"MessageId":"m"}""", typeof(DeliveryAnswer.Taken))]
    [InlineData(307, "", typeof(DeliveryAnswer.Unknown))]
    [InlineData(403, "<html>a proxy says no</html>", typeof(DeliveryAnswer.Refused))]
    [InlineData(407, "", typeof(DeliveryAnswer.Refused))]
    [InlineData(429, "", typeof(DeliveryAnswer.Throttled))]
    [InlineData(500, "", typeof(DeliveryAnswer.Unknown))]
    [InlineData(502, "<html>bad gateway</html>", typeof(DeliveryAnswer.Unknown))]
    [InlineData(503, """{"message":"Slow down"}""", typeof(DeliveryAnswer.Unknown))]
    public async Task Status_decides_where_the_body_says_nothing(int status, string body, Type expected)
    {
        Serve(async stream =>
        {
            await ReadRequestAsync(stream);
            await stream.WriteAsync(
                Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nLocation: /elsewhere\r\n\r\n{body}"),
                ending.Token);
        });
        Assert.IsType(expected, await HandOverAsync());
        Assert.Equal(1, requests);
    }

    private async Task<DeliveryAnswer> HandOverAsync(string? url = null, TimeSpan? patience = null)
    {
        var clients = new AwsClients(logs.Log, new ServiceElsewhere(url ?? $"http://127.0.0.1:{Port}", "eu-west-1", new BasicAWSCredentials("key", "secret")), warm: false);
        var delivery = new MailDelivery(clients.Ses(), "noreply@example.org", "ses-dev");
        using var cancellation = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(15), TimeProvider.System);
        return await delivery.HandOverAsync(FlowRequests.Request(), cancellation.Token);
    }

    private void Serve(Func<NetworkStream, Task> answer) => _ = Task.Run(async () =>
    {
        while (true)
        {
            using var client = await listener.AcceptTcpClientAsync(ending.Token);
            await answer(client.GetStream());
        }
    });

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var (received, buffer) = (new StringBuilder(), new byte[8192]);
        while (!received.ToString().Contains("\"Subject\"", StringComparison.Ordinal) || !received.ToString().EndsWith('}'))
        {
            var count = await stream.ReadAsync(buffer, ending.Token);
            if (count == 0)
            {
                return;
            }

            received.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        Interlocked.Increment(ref requests);
    }
}
