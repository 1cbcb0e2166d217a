using System.Text.Json.Serialization;
using Amazon.Lambda.SNSEvents;

namespace SesCompliance.Tests.Conformance;

public sealed record Question(string? Text, int Number, DateTime? At = null);

public sealed record Answer(string? Text, string? Remark = null);

[JsonSerializable(typeof(Question))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(SNSEvent))]
public sealed partial class ConformanceJson : JsonSerializerContext;
