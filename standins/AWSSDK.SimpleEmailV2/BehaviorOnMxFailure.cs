using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>What SES does where that MX record is missing.</summary>
public class BehaviorOnMxFailure : ConstantClass
{
    public static readonly BehaviorOnMxFailure USE_DEFAULT_VALUE = new("USE_DEFAULT_VALUE");
    public static readonly BehaviorOnMxFailure REJECT_MESSAGE = new("REJECT_MESSAGE");

    public BehaviorOnMxFailure(string value)
        : base(value)
    {
    }

    public static implicit operator BehaviorOnMxFailure(string value) => FindValue(value);

    public static BehaviorOnMxFailure FindValue(string value) => FindValue<BehaviorOnMxFailure>(value);
}
