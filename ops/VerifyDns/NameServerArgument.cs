using System.Net;

namespace SesCompliance.Ops.VerifyDns;

/// <summary>A name server as an operator writes it: <c>1.1.1.1</c>, <c>127.0.0.1:5353</c>, <c>[::1]:5353</c>.</summary>
internal static class NameServerArgument
{
    private const int DnsPort = 53;

    /// <exception cref="UsageException">It is no address.</exception>
    public static IPEndPoint Read(string value)
    {
        if (!IPEndPoint.TryParse(value, out var endPoint) || (value.Count(letter => letter == '.') != 3 && endPoint.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork))
        {
            throw new UsageException($"--nameserver is '{value}': it must be an IP address, with a port where it is not {DnsPort}, such as 1.1.1.1, 127.0.0.1:5353 or [::1]:5353");
        }

        return endPoint.Port == 0 ? new IPEndPoint(endPoint.Address, DnsPort) : endPoint;
    }
}
