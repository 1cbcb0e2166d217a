using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>How value and threshold are compared.</summary>
public class ComparisonOperator : ConstantClass
{
    public static readonly ComparisonOperator GreaterThanOrEqualToThreshold = new("GreaterThanOrEqualToThreshold");
    public static readonly ComparisonOperator GreaterThanThreshold = new("GreaterThanThreshold");
    public static readonly ComparisonOperator LessThanThreshold = new("LessThanThreshold");
    public static readonly ComparisonOperator LessThanOrEqualToThreshold = new("LessThanOrEqualToThreshold");
    public static readonly ComparisonOperator LessThanLowerOrGreaterThanUpperThreshold = new("LessThanLowerOrGreaterThanUpperThreshold");
    public static readonly ComparisonOperator LessThanLowerThreshold = new("LessThanLowerThreshold");
    public static readonly ComparisonOperator GreaterThanUpperThreshold = new("GreaterThanUpperThreshold");

    public ComparisonOperator(string value)
        : base(value)
    {
    }

    public static implicit operator ComparisonOperator(string value) => FindValue(value);

    public static ComparisonOperator FindValue(string value) => FindValue<ComparisonOperator>(value);
}
