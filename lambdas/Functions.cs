using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SNSEvents;
using SesCompliance.Lambdas.Requests;

namespace SesCompliance.Lambdas;

/// <summary>The five functions by the name that Lambda's handler setting has for them.</summary>
internal static class Functions
{
    private static readonly Dictionary<string, Func<LambdaBootstrapBuilder>> ByName = new(StringComparer.Ordinal)
    {
        [nameof(CheckSuppression)] = () => Serve<FlowTask, CheckSuppressionResult>(
            nameof(CheckSuppression), parts => parts.CheckSuppression().HandleAsync),
        [nameof(SendEmail)] = () => Serve<FlowTask, SendEmailResult>(
            nameof(SendEmail), parts => parts.SendEmail().HandleAsync),
        [nameof(PublishMetric)] = () => Serve<PublishMetricTask, PublishMetricResult>(
            nameof(PublishMetric), parts => parts.PublishMetric().HandleAsync),
        [nameof(AwaitFeedback)] = () => Serve<AwaitFeedbackTask, AwaitFeedbackResult>(
            nameof(AwaitFeedback), parts => parts.AwaitFeedback().HandleAsync),
        [nameof(HandleFeedback)] = () => Serve<SNSEvent, HandleFeedbackResult>(
            nameof(HandleFeedback), parts => parts.HandleFeedback().HandleAsync),
    };

    public static IEnumerable<string> Names => ByName.Keys;

    public static Func<LambdaBootstrapBuilder>? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    // The function is put together in the initializer and not before, so that what is wrong with its settings is reported to Lambda as
    // the reason why it does not start.
    private static LambdaBootstrapBuilder Serve<TTask, TResult>(string name, Func<FunctionParts, Func<TTask, ILambdaContext, Task<TResult>>> assemble)
    {
        Func<TTask, ILambdaContext, Task<TResult>>? handle = null;
        return LambdaBootstrapBuilder
            .Create<TTask, TResult>((task, context) => handle!(task, context), Serializer())
            .UseBootstrapHandler(async () =>
            {
                var parts = new FunctionParts(name);
                handle = assemble(parts);
                await parts.ReadyAsync();
                return true;
            });
    }

    private static SourceGeneratorLambdaJsonSerializer<FunctionJson> Serializer() =>
        new((JsonSerializerOptions options) => options.MaxDepth = RequestConverter.ReaderDepth);
}
