namespace Pulumi.Aws.Lambda;

/// <summary>The runtimes that Lambda knows by name; a string names any other.</summary>
[EnumType]
public readonly struct Runtime : IEquatable<Runtime>
{
    private readonly string value;

    private Runtime(string value) => this.value = value ?? throw new ArgumentNullException(nameof(value));

    public static Runtime CustomAL2023 { get; } = new("provided.al2023");

    public static bool operator ==(Runtime left, Runtime right) => left.Equals(right);

    public static bool operator !=(Runtime left, Runtime right) => !left.Equals(right);

    public static explicit operator string(Runtime value) => value.value;

    public bool Equals(Runtime other) => string.Equals(value, other.value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Runtime other && Equals(other);

    public override int GetHashCode() => value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => value;
}
