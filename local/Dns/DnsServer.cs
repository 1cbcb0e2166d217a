using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Dns;

/// <summary>A name server on one port of this machine's loopback, over UDP and TCP (RFC 1035, RFC 6891, RFC 7766).</summary>
public sealed class DnsServer : IAsyncDisposable
{
    private const int AnyPortAttempts = 20;
    private const int SmallestPayload = 512;
    private const int MostConnections = 64;

    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(10);

    private readonly Func<DnsQuestion, DnsReply?> answer;
    private readonly TcpListener tcp;
    private readonly Socket udp;
    private readonly BackgroundWork work = new();
    private readonly SemaphoreSlim connections = new(MostConnections);

    private DnsServer(Func<DnsQuestion, DnsReply?> answer, TcpListener tcp, Socket udp)
    {
        (this.answer, this.tcp, this.udp) = (answer, tcp, udp);
        EndPoint = (IPEndPoint)udp.LocalEndPoint!;
        work.Start(ReceiveAsync);
        work.Start(AcceptAsync);
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>What failed while answering, each told to its client as SERVFAIL.</summary>
    public IReadOnlyList<Exception> Errors => work.Errors;

    /// <param name="answer">Says what a question gets; null leaves it without any answer. It may be asked from several threads at once.</param>
    /// <param name="port">0 takes any free one.</param>
    /// <param name="option">The command line's option for the port, named when it can't be had.</param>
    /// <exception cref="PortUnavailableException">Another process has it, or this user may not.</exception>
    public static DnsServer Start(Func<DnsQuestion, DnsReply?> answer, int port = 0, string option = "--dns-port")
    {
        for (var attempt = 1; ; attempt++)
        {
            var tcp = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = true };
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            try
            {
                tcp.Start();
                udp.Bind(tcp.LocalEndpoint);
                return new DnsServer(answer, tcp, udp);
            }
            catch (SocketException failure)
            {
                tcp.Dispose();
                udp.Dispose();
                if (port != 0 || attempt == AnyPortAttempts)
                {
                    throw new PortUnavailableException(port, failure, option);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await work.DisposeAsync();
        tcp.Dispose();
        udp.Dispose();
        connections.Dispose();
    }

    private async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[ushort.MaxValue];
        while (true)
        {
            try
            {
                var received = await udp.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), cancellationToken);
                if (Reply(buffer.AsSpan(0, received.ReceivedBytes), overUdp: true) is { } reply)
                {
                    await udp.SendToAsync(reply, SocketFlags.None, received.RemoteEndPoint, cancellationToken);
                }
            }
            catch (SocketException)
            {
                // A client that is gone already.
            }
        }
    }

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await connections.WaitAsync(cancellationToken);
            var client = await tcp.AcceptTcpClientAsync(cancellationToken);
            work.Start(stop => ConverseAsync(client, stop));
        }
    }

    private async Task ConverseAsync(TcpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream, cancellationToken) is { } message)
                {
                    if (Reply(message, overUdp: false) is not { } reply)
                    {
                        continue;
                    }

                    var framed = new byte[reply.Length + 2];
                    BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)reply.Length);
                    reply.CopyTo(framed, 2);
                    await stream.WriteAsync(framed, cancellationToken);
                }
            }
        }
        catch (IOException)
        {
            // A client that is gone already.
        }
        finally
        {
            connections.Release();
        }
    }

    /// <summary>The next message; null when the client ends, stops in the middle, or is silent for long.</summary>
    private static async Task<byte[]?> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(IdleConnection, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            var length = new byte[2];
            await stream.ReadExactlyAsync(length, either.Token);
            var message = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
            await stream.ReadExactlyAsync(message, either.Token);
            return message;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested)
        {
            return null;
        }
    }

    private byte[]? Reply(ReadOnlySpan<byte> message, bool overUdp)
    {
        if (MessageReader.Read(message) is not { } query || Answer(query) is not { } reply)
        {
            return null;
        }

        var limit = !overUdp ? ushort.MaxValue : query.Edns is { } edns ? Math.Clamp((int)edns.PayloadBytes, SmallestPayload, MessageWriter.PayloadBytes) : SmallestPayload;
        return overUdp && reply.IsTruncated ? MessageWriter.Truncated(query, reply) : MessageWriter.Write(query, reply, limit);
    }

    private DnsReply? Answer(DnsQuery query)
    {
        const int internetClass = 1;
        if (query.Flaw is { } flaw)
        {
            return new DnsReply(flaw) { IsAuthoritative = false };
        }

        if (query.Class != internetClass)
        {
            return DnsReply.Refused;
        }

        try
        {
            return answer(query.Question!);
        }
#pragma warning disable CA1031 // Whatever fails is this server's failure, and is kept for whoever runs it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            work.Report(failure);
            return DnsReply.ServerFailure;
        }
    }
}
