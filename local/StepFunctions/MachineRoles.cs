using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>What Step Functions asks of a role before it gives it to a state machine.</summary>
internal sealed class MachineRoles(Access access)
{
    private const string Service = "states.amazonaws.com";

    /// <exception cref="AwsException"><c>AccessDeniedException</c>, in AWS's words.</exception>
    public void Check(string machineArn, string roleArn, JsonObject? logging)
    {
        if (!access.CanAssume(roleArn, Service, machineArn))
        {
            throw Denied($"Neither the global service principal {Service}, nor the regional one is authorized to assume the provided role.");
        }

        // Step Functions makes the log delivery with the role as soon as logging is asked for.
        if (logging?.Text("level") is not (null or "OFF")
            && !access.Allows(new AccessRequest(Caller.OfRole(roleArn, "StepFunctions"), "logs:CreateLogDelivery", "*")))
        {
            throw Denied("The state machine IAM Role is not authorized to access the Log Destination");
        }
    }

    private static AwsException Denied(string message) => new("AccessDeniedException", message);
}
