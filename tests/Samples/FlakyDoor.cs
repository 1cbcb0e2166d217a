using System.Net;
using System.Net.Sockets;

namespace SesCompliance.Tests.Samples;

/// <summary>A way to an endpoint whose first connections break: before the request has come through, or after, so that only the answer is lost.</summary>
internal sealed class FlakyDoor : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closed = new();
    private readonly Uri endpoint;
    private readonly bool losesAnswer;
    private readonly Task accepting;
    private int breaking;

    /// <param name="breaking">How many connections break.</param>
    public FlakyDoor(string endpoint, int breaking, bool losesAnswer)
    {
        (this.endpoint, this.breaking, this.losesAnswer) = (new Uri(endpoint), breaking, losesAnswer);
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Endpoint => $"http://{listener.LocalEndpoint}";

    /// <summary>Of the connections that break, how many have not come yet.</summary>
    public int Breaking => Volatile.Read(ref breaking);

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        listener.Stop();
        await accepting;
        closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(closed.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient caller)
    {
        using var _ = caller;
        var breaks = Interlocked.Decrement(ref breaking) >= 0;
        if (breaks && !losesAnswer)
        {
            return;
        }

        try
        {
            using var target = new TcpClient();
            await target.ConnectAsync(endpoint.Host, endpoint.Port, closed.Token);
            var asking = caller.GetStream().CopyToAsync(target.GetStream(), closed.Token);
            if (breaks)
            {
                // The first octets of the answer: the request has been carried out.
                await target.GetStream().ReadExactlyAsync(new byte[1], closed.Token);
                return;
            }

            await Task.WhenAny(asking, target.GetStream().CopyToAsync(caller.GetStream(), closed.Token));
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
        {
        }
    }
}
