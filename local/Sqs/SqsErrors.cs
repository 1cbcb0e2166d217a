using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>What SQS refuses with.</summary>
internal static class SqsErrors
{
    private const string Prefix = "AWS.SimpleQueueService.";

    /// <summary>The codes of the Query protocol, which query-compatible clients report in JSON, too.</summary>
    public static readonly IReadOnlyDictionary<string, string> QueryCodes = new Dictionary<string, string>
    {
        ["QueueDoesNotExist"] = Prefix + "NonExistentQueue",
        ["QueueNameExists"] = "QueueAlreadyExists",
        ["MessageNotInflight"] = Prefix + "MessageNotInflight",
        ["EmptyBatchRequest"] = Prefix + "EmptyBatchRequest",
        ["TooManyEntriesInBatchRequest"] = Prefix + "TooManyEntriesInBatchRequest",
        ["BatchEntryIdsNotDistinct"] = Prefix + "BatchEntryIdsNotDistinct",
        ["BatchRequestTooLong"] = Prefix + "BatchRequestTooLong",
        ["InvalidBatchEntryId"] = Prefix + "InvalidBatchEntryId",
        ["InvalidParameterValueException"] = "InvalidParameterValue",
        ["MissingRequiredParameterException"] = "MissingParameter",
        ["AccessDeniedException"] = "AccessDenied",
    };

    public static AwsException NoQueue() => new("QueueDoesNotExist", "The specified queue does not exist.");

    public static AwsException InvalidReceiptHandle(string handle) => new("ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    public static AwsException InvalidParameter(string message) => new("InvalidParameterValueException", message);

    public static AwsException OutOfRange(object value, string parameter, int least, int most) =>
        InvalidParameter($"Value {value} for parameter {parameter} is invalid. Reason: Must be >= {least} and <= {most}, if provided.");

    public static AwsException Missing(string parameter) =>
        new("MissingRequiredParameterException", $"The request must contain the parameter {parameter}.");
}
