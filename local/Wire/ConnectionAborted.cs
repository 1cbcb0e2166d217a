namespace SesCompliance.Local.Wire;

/// <summary>
/// Thrown by an operation that did its work and whose answer gets lost: the server breaks the connection without a byte of response, as when a network
/// fails after SES took a mail.
/// </summary>
public sealed class ConnectionAborted(string message) : Exception(message);
