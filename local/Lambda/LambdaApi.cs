using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>Lambda on the wire (REST-JSON, 2015-03-31): invoking, and reading what is deployed.</summary>
public static class LambdaApi
{
    private const string Functions = "/2015-03-31/functions";

    private static readonly string[] UnsupportedHeaders = ["X-Amz-Client-Context", "X-Amz-Durable-Execution-Name", "X-Amz-Tenant-Id"];

    public static AwsApi Create(LambdaService lambda) => new AwsApi("lambda") { Permissions = LambdaPermissions.Table }
        .AddRest("POST", $"{Functions}/{{FunctionName}}/invocations", "Invoke", (request, cancellation) => InvokeAsync(lambda, request, cancellation), rawBody: true)
        .AddRest("GET", $"{Functions}/{{FunctionName}}", "GetFunction", (request, _) => Task.FromResult(GetFunction(lambda, request)))
        .AddRest("GET", $"{Functions}/{{FunctionName}}/configuration", "GetFunctionConfiguration", (request, _) => Task.FromResult(GetConfiguration(lambda, request)))
        .AddRest("GET", Functions, "ListFunctions", (request, _) => Task.FromResult(ListFunctions(lambda, request)));

    private static async Task<AwsResponse> InvokeAsync(LambdaService lambda, AwsRequest request, CancellationToken cancellationToken)
    {
        request.Input.RefuseOthers("Invoke", "InvalidParameterValueException", "FunctionName", "Qualifier");
        foreach (var header in UnsupportedHeaders.Where(request.Headers.ContainsKey))
        {
            throw new AwsException("InvalidParameterValueException", $"{header} is not supported here.");
        }

        var function = Find(lambda, request).Arn;
        var tail = WantsTail(request);
        var payload = Payload(request.Body);
        switch (request.Headers.GetValueOrDefault("X-Amz-Invocation-Type") ?? "RequestResponse")
        {
            case "DryRun":
                return new AwsResponse([]) { StatusCode = 204, Body = default(ReadOnlyMemory<byte>) };
            case "Event":
                await lambda.EnqueueAsync(function, payload, request.RequestId, cancellationToken);
                return new AwsResponse([]) { StatusCode = 202, Body = default(ReadOnlyMemory<byte>) };
            case "RequestResponse":
                return Answer(await lambda.InvokeAsync(function, payload, request.RequestId, cancellationToken), tail);
            case var other:
                throw new AwsException(
                    "ValidationException",
                    $"1 validation error detected: Value '{other}' at 'invocationType' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
        }
    }

    private static AwsResponse Answer(InvocationResult result, bool tail)
    {
        var headers = new Dictionary<string, string> { ["X-Amz-Executed-Version"] = result.ExecutedVersion };
        if (result.FunctionError is { } error)
        {
            headers["X-Amz-Function-Error"] = error;
        }

        if (tail)
        {
            headers["X-Amz-Log-Result"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(result.LogTail));
        }

        return new AwsResponse([]) { Body = Encoding.UTF8.GetBytes(result.Payload), Headers = headers };
    }

    private static bool WantsTail(AwsRequest request) => request.Headers.GetValueOrDefault("X-Amz-Log-Type") switch
    {
        null or "None" => false,
        "Tail" => true,
        var other => throw new AwsException(
            "ValidationException",
            $"1 validation error detected: Value '{other}' at 'logType' failed to satisfy constraint: Member must satisfy enum value set: [None, Tail]"),
    };

    // No payload at all is an empty object to the function.
    private static string Payload(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return "{}";
        }

        PayloadLimits.CheckSynchronous(body.Length);
        try
        {
            using var document = JsonDocument.Parse(body);
            return Encoding.UTF8.GetString(body.Span);
        }
        catch (JsonException exception)
        {
            throw new AwsException(
                "InvalidRequestContentException", $"Could not parse request body into json: Could not parse payload into json: {exception.Message}");
        }
    }

    private static AwsResponse GetConfiguration(LambdaService lambda, AwsRequest request) => FunctionShape.Configuration(Find(lambda, request));

    private static AwsResponse GetFunction(LambdaService lambda, AwsRequest request)
    {
        var function = Find(lambda, request);
        var output = new JsonObject
        {
            ["Configuration"] = FunctionShape.Configuration(function),
            ["Code"] = new JsonObject { ["RepositoryType"] = "S3", ["Location"] = new Uri(function.Function.Code.Bootstrap).AbsoluteUri },
        };
        if (function.Function.Configuration.ReservedConcurrency is { } reserved)
        {
            output["Concurrency"] = new JsonObject { ["ReservedConcurrentExecutions"] = reserved };
        }

        return output;
    }

    private static AwsResponse ListFunctions(LambdaService lambda, AwsRequest request)
    {
        request.Input.RefuseOthers("ListFunctions", "InvalidParameterValueException", "Marker", "MaxItems");

        // The marker is the last name of the page before: functions may come and go between pages.
        var after = request.Input.Text("Marker");
        var rest = lambda.Functions.Where(function => after is null || string.CompareOrdinal(function.Configuration.FunctionName, after) > 0).ToList();
        var page = rest.Take(Math.Clamp(request.Input.Integer("MaxItems") ?? 50, 1, 50)).ToList();
        var output = new JsonObject { ["Functions"] = new JsonArray([.. page.Select(function => FunctionShape.Configuration(function))]) };
        if (page.Count < rest.Count)
        {
            output["NextMarker"] = page[^1].Configuration.FunctionName;
        }

        return output;
    }

    private static FunctionVersion Find(LambdaService lambda, AwsRequest request) =>
        lambda.Resolve(request.Input.RequiredText("FunctionName"), request.Input.Text("Qualifier"));
}
