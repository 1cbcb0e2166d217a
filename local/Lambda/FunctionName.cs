using System.Text.RegularExpressions;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Lambda;

/// <summary>How callers name a function: name, <c>ACCOUNT:function:NAME</c> or ARN, each with an optional <c>:QUALIFIER</c>.</summary>
public sealed partial record FunctionName(string Name, string? Qualifier)
{
    /// <exception cref="AwsException"><c>ValidationException</c>: not of the form; <c>ResourceNotFoundException</c>: of another account or region.</exception>
    public static FunctionName Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            throw new AwsException(
                "ValidationException",
                $"1 validation error detected: Value '{text}' at 'functionName' failed to satisfy constraint: "
                + $"Member must satisfy regular expression pattern: {Form()}");
        }

        if ((match.Groups["account"] is { Success: true } account && account.Value != Account.Id)
            || (match.Groups["region"] is { Success: true } region && region.Value != Account.Region))
        {
            throw NotFound(text);
        }

        return new FunctionName(match.Groups["name"].Value, match.Groups["qualifier"] is { Success: true } qualifier ? qualifier.Value : null);
    }

    public static AwsException NotFound(string arn) => new("ResourceNotFoundException", $"Function not found: {arn}", 404);

    public static AwsException Taken(string name) => new("ResourceConflictException", $"Function already exist: {name}", 409);

    [GeneratedRegex(
        @"^(arn:aws:lambda:)?((?<region>[a-z]{2}(-gov)?-[a-z]+-\d{1}):)?((?<account>\d{12}):)?(function:)?"
        + @"(?<name>[a-zA-Z0-9-_]+)(:(?<qualifier>\$LATEST|[a-zA-Z0-9-_]+))?$")]
    private static partial Regex Form();
}
