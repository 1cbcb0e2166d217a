using System.Buffers;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.StepFunctions;

/// <summary>The rules for names and ARNs.</summary>
/// <remarks>https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html</remarks>
internal static class Names
{
    private const int MaxLength = 80;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>{}[]?*\"#%\\^|~`$&,;:/");

    public static void Check(string name)
    {
        if (name.Length is 0 or > MaxLength)
        {
            throw new AwsException("ValidationException", $"1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: "
                + (name.Length == 0 ? "Member must have length greater than or equal to 1" : $"Member must have length less than or equal to {MaxLength}"));
        }

        if (name.AsSpan().ContainsAny(Forbidden) || name.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || char.IsSurrogate(character)))
        {
            throw new AwsException("InvalidName", $"Invalid Name: '{name}'");
        }
    }

    public static void CheckArn(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw new AwsException("InvalidArn", $"Invalid Arn: 'Invalid ARN prefix: {arn}'");
        }
    }
}
