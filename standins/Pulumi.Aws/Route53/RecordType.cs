namespace Pulumi.Aws.Route53;

/// <summary>The types of records; a string names any other.</summary>
[EnumType]
public readonly struct RecordType : IEquatable<RecordType>
{
    private readonly string value;

    private RecordType(string value) => this.value = value ?? throw new ArgumentNullException(nameof(value));

    public static RecordType CNAME { get; } = new("CNAME");

    public static RecordType MX { get; } = new("MX");

    public static RecordType TXT { get; } = new("TXT");

    public static bool operator ==(RecordType left, RecordType right) => left.Equals(right);

    public static bool operator !=(RecordType left, RecordType right) => !left.Equals(right);

    public static explicit operator string(RecordType value) => value.value;

    public bool Equals(RecordType other) => string.Equals(value, other.value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is RecordType other && Equals(other);

    public override int GetHashCode() => value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => value;
}
