namespace SesCompliance.Local.Dns;

/// <summary>What a name server says to a question.</summary>
public sealed record DnsReply(ResponseCode Code = ResponseCode.NoError)
{
    /// <summary>A server that fails, as resolvers say it.</summary>
    public static DnsReply ServerFailure { get; } = new(ResponseCode.ServerFailure) { IsAuthoritative = false };

    /// <summary>A server that has no such zone.</summary>
    public static DnsReply Refused { get; } = new(ResponseCode.Refused) { IsAuthoritative = false };

    /// <summary>A lame server: it is asked for a zone that it does not know, and says neither yes nor no.</summary>
    public static DnsReply Lame { get; } = new() { IsAuthoritative = false };

    public bool IsAuthoritative { get; init; } = true;

    /// <summary>Over UDP only that the answer is to be had over TCP, where it is told whole.</summary>
    public bool IsTruncated { get; init; }

    public IReadOnlyList<ResourceRecord> Answers { get; init; } = [];

    public IReadOnlyList<ResourceRecord> Authority { get; init; } = [];

    public IReadOnlyList<ResourceRecord> Additional { get; init; } = [];
}
