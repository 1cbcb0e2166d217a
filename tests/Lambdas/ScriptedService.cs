using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Lambdas;

/// <summary>A service on the wire that keeps what it was asked and answers what a test wants.</summary>
public sealed class ScriptedService
{
    public static readonly AwsResponse BrokenConnection = AwsResponse.Empty with { BreaksConnection = true };

    private readonly ConcurrentQueue<(string Operation, JsonObject Input)> requests = new();
    private readonly AwsResponse usual;

    private ScriptedService(AwsResponse usual) => this.usual = usual;

    public AwsApi Api { get; private init; } = null!;

    /// <summary>Answers the next requests; null: as usual.</summary>
    public Func<JsonObject, CancellationToken, Task<AwsResponse>>? Answer { get; set; }

    public IEnumerable<JsonObject> Asked(string operation) => requests.Where(request => request.Operation == operation).Select(request => request.Input);

    public static ScriptedService Ses() => Create(
        new JsonObject { ["MessageId"] = "message-1" },
        new AwsApi("ses"),
        (api, operation) => api.AddRest("POST", "/v2/email/outbound-emails", "SendEmail", operation("SendEmail")));

    public static ScriptedService StepFunctions() => Create(
        [],
        new AwsApi("states") { TargetPrefix = "AWSStepFunctions" },
        (api, operation) => api.Add("SendTaskSuccess", operation("SendTaskSuccess")).Add("SendTaskFailure", operation("SendTaskFailure")));

    public static ScriptedService CloudWatch() => Create(
        [],
        new AwsApi("monitoring") { TargetPrefix = "GraniteServiceVersion20100801", QueryVersion = "2010-08-01", XmlNamespace = "http://monitoring.amazonaws.com/doc/2010-08-01/" },
        (api, operation) => api.Add("PutMetricData", operation("PutMetricData")));

    public void Fail(string code, string message, int status = 400) => Answer = (_, _) => throw new AwsException(code, message, status);

    private static ScriptedService Create(JsonObject usual, AwsApi api, Action<AwsApi, Func<string, AwsOperation>> addOperations)
    {
        var service = new ScriptedService(usual) { Api = api };
        addOperations(api, name => (request, cancellationToken) =>
        {
            service.requests.Enqueue((name, request.Input));
            return service.Answer?.Invoke(request.Input, cancellationToken) ?? Task.FromResult(service.usual);
        });
        return service;
    }
}
