using System.Text.RegularExpressions;

namespace SesCompliance.Local.StepFunctions.Language.Parsing;

/// <summary>Reads a Task state.</summary>
internal static partial class TaskParser
{
    private static readonly string[] InvokeParameters = ["FunctionName", "Payload", "InvocationType", "Qualifier"];

    public static TaskState Parse(string name, Fields fields)
    {
        fields.Require("Resource");
        var resource = Resource(fields);
        var parameters = fields.Template("Parameters");
        if (resource is LambdaInvokeResource)
        {
            CheckInvoke(parameters, fields);
        }

        fields.AtMostOne("TimeoutSeconds", "TimeoutSecondsPath");
        fields.AtMostOne("HeartbeatSeconds", "HeartbeatSecondsPath");

        // Without a resource there is a fault, and the state is never run.
        var task = new TaskState(name, resource!)
        {
            Parameters = parameters,
            ResultSelector = fields.Template("ResultSelector"),
            ResultPath = fields.ResultPath("ResultPath"),
            Retry = RetryParser.Retriers(fields),
            Catch = RetryParser.Catchers(fields),
            Timeout = Duration("TimeoutSeconds", fields),
            Heartbeat = Duration("HeartbeatSeconds", fields),
        };
        if (task.Heartbeat?.Seconds >= task.Timeout?.Seconds)
        {
            fields.Fault("HeartbeatSeconds must be smaller than TimeoutSeconds");
        }

        return task;
    }

    private static TaskResource? Resource(Fields fields)
    {
        switch (fields.Text("Resource"))
        {
            case null:
                return null;
            case var arn when arn is LambdaInvokeResource.Invoke or LambdaInvokeResource.InvokeAndWait:
                return new LambdaInvokeResource(arn);
            case var arn when LambdaFunction().IsMatch(arn):
                return new LambdaFunctionResource(arn);
            case var arn when arn.StartsWith("arn:", StringComparison.Ordinal):
                fields.Fault($"The resource provided {arn} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.", fields.At("Resource"));
                return null;
            default:
                fields.Fault("Value is not a valid resource ARN", fields.At("Resource"));
                return null;
        }
    }

    private static void CheckInvoke(PayloadTemplate? parameters, Fields fields)
    {
        if (parameters is not ObjectTemplate template)
        {
            fields.Fault("These fields are required: [FunctionName]", parameters is null ? null : fields.At("Parameters"));
            return;
        }

        string[] given = [.. template.Fixed.Select(field => field.Key), .. template.Dynamic.Select(field => field.Key)];
        if (!given.Contains("FunctionName"))
        {
            fields.Fault("These fields are required: [FunctionName]", fields.At("Parameters"));
        }

        foreach (var field in given.Except(InvokeParameters))
        {
            fields.Fault($"The field '{field}' is not supported by Step Functions", fields.At("Parameters"));
        }
    }

    private static Duration? Duration(string field, Fields fields)
    {
        if (fields.Path($"{field}Path") is { } path)
        {
            return new Duration($"{field}Path", null, path);
        }

        return fields.Whole(field, 1) is { } seconds ? new Duration(field, seconds, null) : null;
    }

    [GeneratedRegex(@"^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_$-]+)?$")]
    private static partial Regex LambdaFunction();
}
