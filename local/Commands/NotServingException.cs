namespace SesCompliance.Local.Commands;

/// <summary>No cloud serves where one is asked for; the message is for the user.</summary>
internal sealed class NotServingException(string endpoint)
    : Exception($"No cloud serves at {endpoint}: start one with ./run serve in another terminal, or name its port with --port");
