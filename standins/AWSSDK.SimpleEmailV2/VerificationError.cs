using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>Why a verification failed.</summary>
public class VerificationError : ConstantClass
{
    public static readonly VerificationError SERVICE_ERROR = new("SERVICE_ERROR");
    public static readonly VerificationError DNS_SERVER_ERROR = new("DNS_SERVER_ERROR");
    public static readonly VerificationError HOST_NOT_FOUND = new("HOST_NOT_FOUND");
    public static readonly VerificationError TYPE_NOT_FOUND = new("TYPE_NOT_FOUND");
    public static readonly VerificationError INVALID_VALUE = new("INVALID_VALUE");
    public static readonly VerificationError REPLICATION_ACCESS_DENIED = new("REPLICATION_ACCESS_DENIED");
    public static readonly VerificationError REPLICATION_PRIMARY_NOT_FOUND = new("REPLICATION_PRIMARY_NOT_FOUND");
    public static readonly VerificationError REPLICATION_PRIMARY_BYO_DKIM_NOT_SUPPORTED = new("REPLICATION_PRIMARY_BYO_DKIM_NOT_SUPPORTED");
    public static readonly VerificationError REPLICATION_REPLICA_AS_PRIMARY_NOT_SUPPORTED = new("REPLICATION_REPLICA_AS_PRIMARY_NOT_SUPPORTED");
    public static readonly VerificationError REPLICATION_PRIMARY_INVALID_REGION = new("REPLICATION_PRIMARY_INVALID_REGION");

    public VerificationError(string value)
        : base(value)
    {
    }

    public static implicit operator VerificationError(string value) => FindValue(value);

    public static VerificationError FindValue(string value) => FindValue<VerificationError>(value);
}
