using SesCompliance.Local.StepFunctions.Running;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat.</summary>
internal sealed class TaskTokenOperations(TaskTokens tokens)
{
    public void AddTo(AwsApi api)
    {
        api.Add("SendTaskSuccess", ["taskToken", "output"], request =>
        {
            tokens.Succeed(request.Input.RequiredText("taskToken"), request.Input.RequiredText("output"));
            return AwsResponse.Empty;
        });
        api.Add("SendTaskFailure", ["taskToken", "error", "cause"], request =>
        {
            tokens.Fail(request.Input.RequiredText("taskToken"), request.Input.Text("error"), request.Input.Text("cause"));
            return AwsResponse.Empty;
        });
        api.Add("SendTaskHeartbeat", ["taskToken"], request =>
        {
            tokens.Heartbeat(request.Input.RequiredText("taskToken"));
            return AwsResponse.Empty;
        });
    }
}
