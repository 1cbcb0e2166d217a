using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pulumi;
using SesCompliance.Infra.Components;

namespace SesCompliance.Infra;

/// <summary>Fills SendFlow.asl.json's placeholders: a string that is wholly <c>${Name}</c> becomes the value, whatever its type.</summary>
internal static partial class SendFlowDefinition
{
    public static Output<string> Fill(StackSettings settings, SendFunctions functions) =>
        Output.All(functions.CheckSuppression.VersionArn, functions.SendEmail.VersionArn, functions.PublishMetric.VersionArn, functions.AwaitFeedback.VersionArn)
            .Apply(arns => Fill(Template(), new()
            {
                ["CheckSuppressionFunction"] = arns[0],
                ["SendEmailFunction"] = arns[1],
                ["PublishMetricFunction"] = arns[2],
                ["AwaitFeedbackFunction"] = arns[3],
                ["OnSuppressionFailure"] = settings.OnSuppressionFailure.ToString().ToLowerInvariant(),
                ["AwaitFeedbackSeconds"] = settings.AwaitFeedbackSeconds,
                ["TimeoutSeconds"] = SendFlowDuration.Longest(Template(), settings.AwaitFeedbackSeconds),
            }));

    /// <exception cref="InvalidOperationException">A placeholder has no value, or a value no placeholder.</exception>
    public static string Fill(string template, Dictionary<string, JsonNode> values)
    {
        HashSet<string> unused = [.. values.Keys];
        var filled = Placeholder().Replace(template, match =>
        {
            var name = match.Groups["name"].Value;
            unused.Remove(name);
            return values.TryGetValue(name, out var value)
                ? value.ToJsonString()
                : throw new InvalidOperationException($"SendFlow.asl.json has the placeholder ${{{name}}}, which nothing fills");
        });
        return unused.Count == 0 ? filled : throw new InvalidOperationException($"SendFlow.asl.json has no placeholder for {string.Join(", ", unused)}");
    }

    public static string Template()
    {
        using var reader = new StreamReader(typeof(SendFlowDefinition).Assembly.GetManifestResourceStream("SendFlow.asl.json")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""
        "\$\{(?<name>[A-Za-z]+)\}"
        """)]
    private static partial Regex Placeholder();
}
