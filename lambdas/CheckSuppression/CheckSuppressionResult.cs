using System.Text.Json.Serialization;

namespace SesCompliance.Lambdas;

/// <param name="To">The normalized address.</param>
/// <param name="Reason">BOUNCE, COMPLAINT or MANUAL; null where the address is not suppressed.</param>
public sealed record CheckSuppressionResult(
    [property: JsonPropertyName("suppressed")] bool Suppressed,
    [property: JsonPropertyName("to")] string To,
    [property: JsonPropertyName("reason"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason);
