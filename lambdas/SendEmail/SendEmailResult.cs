using System.Text.Json.Serialization;

namespace SesCompliance.Lambdas;

/// <param name="To">The normalized address.</param>
/// <param name="MessageId">SES's id of the mail.</param>
public sealed record SendEmailResult(
    [property: JsonPropertyName("to")] string To,
    [property: JsonPropertyName("messageId")] string MessageId);
