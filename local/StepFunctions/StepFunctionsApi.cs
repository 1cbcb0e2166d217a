using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>Step Functions on the wire (JSON 1.0).</summary>
public static class StepFunctionsApi
{
    public static AwsApi For(StateMachines machines)
    {
        var api = new AwsApi("states") { TargetPrefix = "AWSStepFunctions", JsonVersion = "1.0", Permissions = StatesPermissions.For(machines) };
        new MachineOperations(machines).AddTo(api);
        new ExecutionOperations(machines).AddTo(api);
        new TaskTokenOperations(machines.Tokens).AddTo(api);
        new TagOperations(machines).AddTo(api);
        return api;
    }

    /// <summary>Adds an operation that answers at once and knows exactly these members.</summary>
    internal static void Add(this AwsApi api, string operation, string[] members, Func<AwsRequest, AwsResponse> answer) => api.Add(operation, (request, _) =>
    {
        foreach (var (member, value) in request.Input)
        {
            if (value is not null && !members.Contains(member))
            {
                throw new AwsException("ValidationException", $"{operation}: the member '{member}' is not supported by this cloud");
            }
        }

        return Task.FromResult(answer(request));
    });
}
