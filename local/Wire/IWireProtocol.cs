using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire;

/// <summary>One of the protocols that AWS's clients speak: it recognizes its requests, reads them, and writes answers and errors.</summary>
internal interface IWireProtocol
{
    /// <summary>The code of a refusal of an operation or service that the cloud does not have.</summary>
    string UnknownOperationCode { get; }

    /// <summary>The code of a refusal of a session's key with another token than the session's.</summary>
    string InvalidTokenCode { get; }

    bool Speaks(WireMessage message);

    /// <exception cref="AwsException"><c>SerializationException</c>: the body is not what the protocol says.</exception>
    WireCall Read(WireMessage message);

    WireAnswer Write(WireCall call, AwsResponse response, string requestId);

    WireAnswer WriteError(AwsApi? api, AwsException error, string requestId);
}

/// <param name="Api">The service meant; null where the cloud does not have it.</param>
/// <param name="Operation">The operation's name, or what the request says instead.</param>
internal sealed record WireCall(AwsApi? Api, string Operation, JsonObject Input);

/// <summary>What goes out as the HTTP response.</summary>
internal sealed record WireAnswer(int StatusCode, string ContentType, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers);
