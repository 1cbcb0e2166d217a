using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>Whether an execution may be redriven.</summary>
public class ExecutionRedriveStatus : ConstantClass
{
    public static readonly ExecutionRedriveStatus REDRIVABLE = new("REDRIVABLE");
    public static readonly ExecutionRedriveStatus NOT_REDRIVABLE = new("NOT_REDRIVABLE");
    public static readonly ExecutionRedriveStatus REDRIVABLE_BY_MAP_RUN = new("REDRIVABLE_BY_MAP_RUN");

    public ExecutionRedriveStatus(string value)
        : base(value)
    {
    }

    public static implicit operator ExecutionRedriveStatus(string value) => FindValue(value);

    public static ExecutionRedriveStatus FindValue(string value) => FindValue<ExecutionRedriveStatus>(value);
}
