using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>Where a review stands.</summary>
public class ReviewStatus : ConstantClass
{
    public static readonly ReviewStatus PENDING = new("PENDING");
    public static readonly ReviewStatus FAILED = new("FAILED");
    public static readonly ReviewStatus GRANTED = new("GRANTED");
    public static readonly ReviewStatus DENIED = new("DENIED");

    public ReviewStatus(string value)
        : base(value)
    {
    }

    public static implicit operator ReviewStatus(string value) => FindValue(value);

    public static ReviewStatus FindValue(string value) => FindValue<ReviewStatus>(value);
}
