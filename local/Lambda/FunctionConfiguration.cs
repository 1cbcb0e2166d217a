namespace SesCompliance.Local.Lambda;

/// <summary>A function as it is declared.</summary>
/// <param name="FunctionName">At most 64 of [A-Za-z0-9-_].</param>
/// <param name="Handler">What the runtime finds in <c>_HANDLER</c>.</param>
/// <param name="Code">A folder that holds <c>bootstrap</c>, or a zip file of one.</param>
/// <param name="RoleArn">The role whose session's credentials each execution environment gets.</param>
public sealed record FunctionConfiguration(string FunctionName, string Handler, string Code, string RoleArn)
{
    public string Arn => Account.Arn("lambda", $"function:{FunctionName}");

    public string Description { get; init; } = "";

    /// <summary>Whether creating the function publishes version 1 besides.</summary>
    public bool Publish { get; init; }

    /// <summary>The function's own variables, besides those that Lambda sets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>MB, 128 to 10,240. Told to the function and reported; not enforced.</summary>
    public int MemorySize { get; init; } = 128;

    /// <summary>Seconds, 1 to 900.</summary>
    public int Timeout { get; init; } = 3;

    /// <summary>At most this many invocations at once, kept free for this function; null shares the account's.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary><c>Text</c> or <c>JSON</c>: told to the runtime, whose own lines follow it. Lambda's lines (START, REPORT) are text here in either.</summary>
    public string LogFormat { get; init; } = "Text";

    public string LogGroup { get; init; } = $"/aws/lambda/{FunctionName}";

    /// <summary><c>x86_64</c> or <c>arm64</c>: as declared; what runs here is what was built for this machine.</summary>
    public string Architecture { get; init; } = "x86_64";

    public string Runtime { get; init; } = "provided.al2023";
}
