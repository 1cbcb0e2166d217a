using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SesCompliance.Local.Wire;

/// <summary>The server's collaborators; the defaults let everybody do everything and log nothing.</summary>
public sealed record WireOptions
{
    public IAuthorizer Authorizer { get; init; } = new AllowAll();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public CallLog Calls { get; init; } = new();

    public ILogger Logger { get; init; } = NullLogger.Instance;
}
