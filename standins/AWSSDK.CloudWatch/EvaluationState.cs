using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>Why an evaluation is not to be relied upon.</summary>
public class EvaluationState : ConstantClass
{
    public static readonly EvaluationState PARTIAL_DATA = new("PARTIAL_DATA");
    public static readonly EvaluationState EVALUATION_FAILURE = new("EVALUATION_FAILURE");
    public static readonly EvaluationState EVALUATION_ERROR = new("EVALUATION_ERROR");

    public EvaluationState(string value)
        : base(value)
    {
    }

    public static implicit operator EvaluationState(string value) => FindValue(value);

    public static EvaluationState FindValue(string value) => FindValue<EvaluationState>(value);
}
