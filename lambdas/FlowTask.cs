using System.Text.Json;
using System.Text.Json.Serialization;
using SesCompliance.Lambdas.Requests;

namespace SesCompliance.Lambdas;

/// <summary>What the flow hands to CheckSuppression and SendEmail.</summary>
/// <param name="SendId">The execution's name.</param>
/// <param name="Request">The execution's input as it came; may be any JSON.</param>
public sealed record FlowTask(
    [property: JsonPropertyName("sendId")] string? SendId,
    [property: JsonPropertyName("request"), JsonConverter(typeof(RequestConverter))] JsonElement Request);
