using SesCompliance.Local.Wire;

namespace SesCompliance.Local.CloudWatch;

/// <summary>What CloudWatch refuses with.</summary>
internal static class CloudWatchErrors
{
    /// <summary>The codes of the Query protocol, which query-compatible clients report in JSON and CBOR, too.</summary>
    public static readonly IReadOnlyDictionary<string, string> QueryCodes = new Dictionary<string, string>
    {
        ["InvalidParameterValueException"] = "InvalidParameterValue",
        ["InvalidParameterCombinationException"] = "InvalidParameterCombination",
        ["MissingRequiredParameterException"] = "MissingParameter",
        ["DashboardNotFoundError"] = "ResourceNotFound",
        ["InvalidFormatFault"] = "InvalidFormat",
        ["InternalServiceFault"] = "InternalServiceError",
        ["LimitExceededFault"] = "LimitExceeded",
        ["AccessDeniedException"] = "AccessDenied",
    };

    public static AwsException Value(string message) => new("InvalidParameterValueException", message);

    public static AwsException Combination(string message) => new("InvalidParameterCombinationException", message);

    public static AwsException Missing(string parameter) => new("MissingRequiredParameterException", $"The parameter {parameter} is required.");

    public static AwsException TooMany(string parameter, int most) => Value($"The collection {parameter} must not have a size greater than {most}.");
}
