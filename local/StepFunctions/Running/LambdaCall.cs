using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.Wire;
using JsonText = SesCompliance.Local.StepFunctions.Data.JsonText;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>Invokes a function and puts answer or error the way Step Functions does.</summary>
internal sealed class LambdaCall(ILambda lambda, TimeProvider clock)
{
    /// <summary>The Invoke errors that have a class in AWS's Java SDK; others come out as <c>Lambda.AWSLambdaException</c>.</summary>
    private static readonly HashSet<string> NamedErrors =
    [
        "ResourceNotFoundException", "TooManyRequestsException", "ServiceException", "InvalidParameterValueException", "InvalidRequestContentException",
        "RequestTooLargeException", "ResourceConflictException", "ResourceNotReadyException", "UnsupportedMediaTypeException", "KMSAccessDeniedException",
        "KMSDisabledException", "EC2ThrottledException", "ENILimitReachedException", "InvalidRuntimeException", "InvalidZipFileException",
    ];

    /// <summary>A function named by its ARN: the answer is the result as it came.</summary>
    public Task<TaskOutcome> DirectAsync(string arn, Payload input, IPrincipal caller, CancellationToken cancellationToken) =>
        InvokeAsync(arn, input.Text, caller, failure => failure, answer => answer.Payload, cancellationToken);

    /// <summary>The integration lambda:invoke: the result tells of the HTTP call too.</summary>
    public async Task<TaskOutcome> IntegrationAsync(JsonObject parameters, IPrincipal caller, CancellationToken cancellationToken)
    {
        var function = parameters["FunctionName"].AsText() ?? throw StateException.Runtime("The parameter FunctionName must be a string");
        var qualifier = parameters["Qualifier"].AsText();
        function = qualifier is null ? function : $"{function}:{qualifier}";
        var payload = parameters.ContainsKey("Payload") ? JsonText.Write(parameters["Payload"]) : "{}";
        switch (parameters["InvocationType"].AsText() ?? "RequestResponse")
        {
            case "RequestResponse":
                return await InvokeAsync(
                    function,
                    payload,
                    caller,
                    failure => JsonText.Write(JsonText.Read(failure)),
                    answer => JsonText.Write(Response(200, answer.Payload, answer.ExecutedVersion)),
                    cancellationToken);
            case "Event":
                return await AttemptAsync(async () =>
                {
                    await lambda.EnqueueAsync(function, payload, caller, cancellationToken);
                    return new TaskResult(Payload.Of(Response(202, null, null)));
                });
            case var other:
                return new TaskFailure("Lambda.AWSLambdaException", $"InvocationType is {other}: this cloud supports RequestResponse and Event");
        }
    }

    private async Task<TaskOutcome> InvokeAsync(
        string function, string payload, IPrincipal caller, Func<string, string> cause, Func<InvocationResult, string> output, CancellationToken cancellationToken) => await AttemptAsync(async () =>
        {
            var answer = await lambda.InvokeAsync(function, payload, caller, cancellationToken);
            if (answer.FunctionError is null)
            {
                return new TaskResult(Payload.Parse(output(answer.Payload.Length == 0 ? answer with { Payload = "null" } : answer)));
            }

            return ErrorType(answer.Payload) is { } type
                ? new TaskFailure(type, cause(answer.Payload))
                : new TaskFailure("Lambda.Unknown", $"The cause could not be determined because Lambda did not return an error type. Returned payload: {answer.Payload}");
        });

    private static async Task<TaskOutcome> AttemptAsync(Func<Task<TaskOutcome>> attempt)
    {
        try
        {
            return await attempt();
        }
        catch (AwsException refused)
        {
            var name = NamedErrors.Contains(refused.Code) ? refused.Code : "AWSLambdaException";
            return new TaskFailure($"Lambda.{name}", $"{refused.Message} (Service: AWSLambda; Status Code: {refused.StatusCode}; Error Code: {refused.Code}; Request ID: {Guid.NewGuid()}; Proxy: null)");
        }
    }

    private static string? ErrorType(string payload)
    {
        try
        {
            return (JsonText.Read(payload) as JsonObject)?["errorType"].AsText();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonObject Response(int status, string? payload, string? version)
    {
        var requestId = Guid.NewGuid().ToString();
        var headers = new List<KeyValuePair<string, string>>
        {
            new("x-amzn-Remapped-Content-Length", "0"),
            new("Connection", "keep-alive"),
            new("x-amzn-RequestId", requestId),
            new("Content-Length", Encoding.UTF8.GetByteCount(payload ?? "").ToString(CultureInfo.InvariantCulture)),
            new("Date", clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture)),
            new("X-Amzn-Trace-Id", $"Root=1-{clock.GetUtcNow().ToUnixTimeSeconds():x8}-{requestId.Replace("-", "", StringComparison.Ordinal)[..24]};Sampled=0"),
            new("Content-Type", "application/json"),
        };
        if (version is not null)
        {
            headers.Insert(0, new("X-Amz-Executed-Version", version));
        }

        var response = new JsonObject();
        if (version is not null)
        {
            response["ExecutedVersion"] = version;
        }

        response["Payload"] = payload is null ? "" : JsonText.Read(payload);
        response["SdkHttpMetadata"] = new JsonObject
        {
            ["AllHttpHeaders"] = new JsonObject(headers.Select(header => KeyValuePair.Create<string, JsonNode?>(header.Key, new JsonArray(header.Value)))),
            ["HttpHeaders"] = new JsonObject(headers.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
                .Select(header => KeyValuePair.Create<string, JsonNode?>(header.Key, header.Value))),
            ["HttpStatusCode"] = status,
        };
        response["SdkResponseMetadata"] = new JsonObject { ["RequestId"] = requestId };
        response["StatusCode"] = status;
        return response;
    }
}
