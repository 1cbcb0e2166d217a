using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.History;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>StartExecution and its like.</summary>
internal sealed class ExecutionOperations(StateMachines machines)
{
    private const string NoInput = "{}";

    public void AddTo(AwsApi api)
    {
        api.Add("StartExecution", ["stateMachineArn", "name", "input", "traceHeader"], Start);
        api.Add("StopExecution", ["executionArn", "error", "cause"], Stop);
        api.Add("RedriveExecution", ["executionArn", "clientToken"], Redrive);
        api.Add("DescribeExecution", ["executionArn", "includedData"], Describe);
        api.Add("ListExecutions", ["stateMachineArn", "statusFilter", "maxResults", "nextToken"], List);
        api.Add("GetExecutionHistory", ["executionArn", "maxResults", "reverseOrder", "nextToken", "includeExecutionData"], GetHistory);
        api.Add("StartSyncExecution", ["stateMachineArn", "name", "input", "traceHeader", "includedData"], _ =>
            throw new AwsException("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine"));
    }

    private AwsResponse Start(AwsRequest request)
    {
        var input = request.Input;
        var machine = machines.Get(input.RequiredText("stateMachineArn"));
        var execution = machines.Executions.Start(machine, input.Text("name"), input.Text("input") ?? NoInput, input.Text("traceHeader"));
        return new JsonObject { ["executionArn"] = execution.Arn, ["startDate"] = JsonValue.Create(execution.StartDate) };
    }

    private AwsResponse Stop(AwsRequest request)
    {
        var input = request.Input;
        var execution = machines.Executions.Stop(input.RequiredText("executionArn"), input.Text("error"), input.Text("cause"));
        return new JsonObject { ["stopDate"] = JsonValue.Create(execution.StopDate!.Value) };
    }

    private AwsResponse Redrive(AwsRequest request)
    {
        var execution = machines.Executions.Redrive(request.Input.RequiredText("executionArn"));
        return new JsonObject { ["redriveDate"] = JsonValue.Create(execution.RedriveDate!.Value) };
    }

    private AwsResponse Describe(AwsRequest request)
    {
        var execution = machines.Executions.Get(request.Input.RequiredText("executionArn"));
        var withData = request.Input.Text("includedData") is null or "ALL_DATA";
        return execution.Read(each =>
        {
            var output = Summary(each);
            Add(output, "input", each.Input, withData);
            if (each.Output is { } result)
            {
                Add(output, "output", result, withData);
            }

            output.Error(each.Error, each.Cause);
            if (each.TraceHeader is not null)
            {
                output["traceHeader"] = each.TraceHeader;
            }

            var redrivability = Redrivability.Of(each);
            output["redriveStatus"] = redrivability.Status;
            if (redrivability.Reason is not null)
            {
                output["redriveStatusReason"] = redrivability.Reason;
            }

            return output;
        });
    }

    private AwsResponse List(AwsRequest request)
    {
        var input = request.Input;
        var filter = input.Text("statusFilter");
        if (filter is not null && !ExecutionStatus.All.Contains(filter))
        {
            throw new AwsException("ValidationException", $"1 validation error detected: Value '{filter}' at 'statusFilter' failed to satisfy constraint: "
                + $"Member must satisfy enum value set: [{string.Join(", ", ExecutionStatus.All)}]");
        }

        var machine = machines.Get(input.RequiredText("stateMachineArn"));
        var executions = machines.Executions.Of(machine.Arn).Where(each => filter is null || each.Status == filter).ToList();
        return Page<Execution>.Of(executions, input, Page.MaxTokenOfExecutions).Output("executions", each => each.Read(Summary));
    }

    private AwsResponse GetHistory(AwsRequest request)
    {
        var input = request.Input;
        var events = machines.Executions.Get(input.RequiredText("executionArn")).History();
        IReadOnlyList<HistoryEvent> ordered = input.Flag("reverseOrder") == true ? [.. events.Reverse()] : events;
        var withData = input.Flag("includeExecutionData") ?? true;
        return Page<HistoryEvent>.Of(ordered, input, Page.MaxTokenOfMachines).Output("events", each => each.ToJson(withData));
    }

    private static JsonObject Summary(Execution execution)
    {
        var summary = new JsonObject
        {
            ["executionArn"] = execution.Arn,
            ["stateMachineArn"] = execution.Machine.Arn,
            ["name"] = execution.Name,
            ["status"] = execution.Status,
            ["startDate"] = JsonValue.Create(execution.StartDate),
        };
        if (execution.StopDate is { } stopped)
        {
            summary["stopDate"] = JsonValue.Create(stopped);
        }

        summary["redriveCount"] = execution.RedriveCount;
        if (execution.RedriveDate is { } redriven)
        {
            summary["redriveDate"] = JsonValue.Create(redriven);
        }

        return summary;
    }

    private static void Add(JsonObject output, string member, Payload payload, bool withData)
    {
        if (withData)
        {
            output[member] = payload.Text;
        }

        output[$"{member}Details"] = new JsonObject { ["included"] = withData };
    }
}
