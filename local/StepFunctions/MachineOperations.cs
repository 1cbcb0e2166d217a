using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Language.Parsing;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>CreateStateMachine and its like.</summary>
internal sealed class MachineOperations(StateMachines machines)
{
    public void AddTo(AwsApi api)
    {
        api.Add("CreateStateMachine", ["name", "definition", "roleArn", "type", "loggingConfiguration", "tracingConfiguration", "tags", "publish"], Create);
        api.Add("UpdateStateMachine", ["stateMachineArn", "definition", "roleArn", "loggingConfiguration", "tracingConfiguration", "publish"], Update);
        api.Add("DescribeStateMachine", ["stateMachineArn", "includedData"], Describe);
        api.Add("DescribeStateMachineForExecution", ["executionArn", "includedData"], DescribeForExecution);
        api.Add("ListStateMachines", ["maxResults", "nextToken"], List);
        api.Add("DeleteStateMachine", ["stateMachineArn"], Delete);
        api.Add("ValidateStateMachineDefinition", ["definition", "type", "severity", "maxResults"], Validate);
    }

    private AwsResponse Create(AwsRequest request)
    {
        var input = request.Input;
        RefuseVersions(input);
        CheckType(input);
        var machine = machines.Create(
            input.RequiredText("name"),
            input.RequiredText("definition"),
            input.RequiredText("roleArn"),
            input.Structure("loggingConfiguration"),
            input.Structure("tracingConfiguration"),
            TagOperations.Read(input));
        return new JsonObject { ["stateMachineArn"] = machine.Arn, ["creationDate"] = JsonValue.Create(machine.CreationDate) };
    }

    private AwsResponse Update(AwsRequest request)
    {
        var input = request.Input;
        RefuseVersions(input);
        var machine = machines.Update(
            input.RequiredText("stateMachineArn"), input.Text("definition"), input.Text("roleArn"), input.Structure("loggingConfiguration"), input.Structure("tracingConfiguration"));
        var output = new JsonObject { ["updateDate"] = JsonValue.Create(machine.UpdateDate) };
        AddRevision(output, machine);
        return output;
    }

    private AwsResponse Describe(AwsRequest request)
    {
        var machine = machines.Get(request.Input.RequiredText("stateMachineArn"));
        var output = Description(machine, request.Input);
        output["status"] = "ACTIVE";
        output["type"] = "STANDARD";
        output["creationDate"] = JsonValue.Create(machine.CreationDate);
        return output;
    }

    private AwsResponse DescribeForExecution(AwsRequest request)
    {
        var machine = machines.Executions.Get(request.Input.RequiredText("executionArn")).Machine;
        var output = Description(machine, request.Input);
        output["updateDate"] = JsonValue.Create(machine.UpdateDate);
        return output;
    }

    private AwsResponse List(AwsRequest request)
    {
        var page = Page<StateMachine>.Of(machines.List(), request.Input, Page.MaxTokenOfMachines);
        return page.Output("stateMachines", machine => new JsonObject
        {
            ["stateMachineArn"] = machine.Arn,
            ["name"] = machine.Name,
            ["type"] = "STANDARD",
            ["creationDate"] = JsonValue.Create(machine.CreationDate),
        });
    }

    private AwsResponse Delete(AwsRequest request)
    {
        machines.Delete(request.Input.RequiredText("stateMachineArn"));
        return AwsResponse.Empty;
    }

    private static AwsResponse Validate(AwsRequest request)
    {
        CheckType(request.Input);
        var faults = DefinitionParser.Parse(request.Input.RequiredText("definition")).Faults;
        var most = request.Input.Integer("maxResults") is { } asked and > 0 ? asked : 100;
        return new JsonObject
        {
            ["result"] = faults.Count == 0 ? "OK" : "FAIL",
            ["diagnostics"] = new JsonArray([.. faults.Take(most).Select(Diagnosis)]),
            ["truncated"] = faults.Count > most,
        };
    }

    private static JsonObject Diagnosis(Diagnostic fault)
    {
        var json = new JsonObject { ["severity"] = "ERROR", ["code"] = fault.Code, ["message"] = fault.Message };
        if (fault.Location is not null)
        {
            json["location"] = fault.Location;
        }

        return json;
    }

    private static JsonObject Description(StateMachine machine, JsonObject input)
    {
        var output = new JsonObject { ["stateMachineArn"] = machine.Arn, ["name"] = machine.Name };
        if (input.Text("includedData") is null or "ALL_DATA")
        {
            output["definition"] = machine.DefinitionText;
        }

        output["roleArn"] = machine.RoleArn;
        output["loggingConfiguration"] = machine.LoggingConfiguration?.DeepClone() ?? new JsonObject { ["level"] = "OFF", ["includeExecutionData"] = false };
        output["tracingConfiguration"] = machine.TracingConfiguration?.DeepClone() ?? new JsonObject { ["enabled"] = false };
        AddRevision(output, machine);
        return output;
    }

    private static void AddRevision(JsonObject output, StateMachine machine)
    {
        if (machine.RevisionId is not null)
        {
            output["revisionId"] = machine.RevisionId;
        }
    }

    private static void CheckType(JsonObject input)
    {
        if (input.Text("type") is { } type && type != "STANDARD")
        {
            throw new AwsException("StateMachineTypeNotSupported", $"type is '{type}': this cloud supports only STANDARD");
        }
    }

    private static void RefuseVersions(JsonObject input)
    {
        if (input.Flag("publish") == true)
        {
            throw new AwsException("ValidationException", "publish is true: this cloud has no state machine versions");
        }
    }
}
