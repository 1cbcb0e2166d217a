using System.Text.Json.Serialization;
using Amazon.Lambda.SNSEvents;

namespace SesCompliance.Lambdas;

/// <summary>
/// What the functions are called with and answer. The Lambda serializer brings its own options along, so names that are not as in C#
/// stand at the properties.
/// </summary>
[JsonSerializable(typeof(FlowTask))]
[JsonSerializable(typeof(CheckSuppressionResult))]
[JsonSerializable(typeof(SendEmailResult))]
[JsonSerializable(typeof(PublishMetricTask))]
[JsonSerializable(typeof(PublishMetricResult))]
[JsonSerializable(typeof(AwaitFeedbackTask))]
[JsonSerializable(typeof(AwaitFeedbackResult))]
[JsonSerializable(typeof(SNSEvent))]
[JsonSerializable(typeof(HandleFeedbackResult))]
public sealed partial class FunctionJson : JsonSerializerContext;
