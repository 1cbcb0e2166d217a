namespace SesCompliance.Local.Wire;

/// <summary>The port that the cloud should listen on can't be had; the message says which and why.</summary>
public sealed class PortUnavailableException(int port, Exception cause, string option = "--port")
    : Exception($"Port {port} on 127.0.0.1 is not to be had ({cause.InnerException?.Message ?? cause.Message}): end what uses it, or take another with {option}", cause);
