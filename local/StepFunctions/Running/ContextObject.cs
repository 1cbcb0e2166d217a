using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>The context object, to which <c>$$</c> leads.</summary>
/// <remarks>https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html</remarks>
internal static class ContextObject
{
    public static JsonObject Of(StateVisit visit)
    {
        var run = new JsonObject
        {
            ["Id"] = visit.Execution.Arn,
            ["Input"] = visit.Execution.Input.Node?.DeepClone(),
            ["StartTime"] = AwsTime.Format(visit.Execution.StartDate),
            ["Name"] = visit.Execution.Name,
            ["RoleArn"] = visit.Execution.Machine.RoleArn,
            ["RedriveCount"] = visit.Execution.RedriveCount,
        };
        if (visit.Execution.RedriveDate is { } redriven)
        {
            run["RedriveTime"] = AwsTime.Format(redriven);
        }

        var state = new JsonObject { ["Name"] = visit.State.Name, ["EnteredTime"] = AwsTime.Format(visit.EnteredTime) };
        if (visit.RetryCount is { } count)
        {
            state["RetryCount"] = count;
        }

        var context = new JsonObject
        {
            ["Execution"] = run,
            ["StateMachine"] = new JsonObject { ["Id"] = visit.Execution.Machine.Arn, ["Name"] = visit.Execution.Machine.Name },
            ["State"] = state,
        };
        if (visit.TaskToken is not null)
        {
            context["Task"] = new JsonObject { ["Token"] = visit.TaskToken };
        }

        return context;
    }
}
