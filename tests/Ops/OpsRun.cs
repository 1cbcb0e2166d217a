using System.Diagnostics;
using System.Text.Json.Nodes;
using SesCompliance.Local;
using SesCompliance.Local.Iam;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Ops;

/// <summary>ses-ops in a process of its own, as an operator runs it, to its end or until it is killed.</summary>
internal sealed record OpsRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Where the tool was built, in this build's configuration: its copy beside the tests lacks what their own framework has and the tool's has not.</summary>
    private static readonly string Tool = Path.Combine(
        Repository.Root, "ops", Path.GetRelativePath(Path.Combine(Repository.Root, "tests"), AppContext.BaseDirectory), "ses-ops.dll");

    public JsonNode Json => JsonNode.Parse(Output) ?? throw new InvalidOperationException($"no JSON: {Output}{Errors}");

    public static Task<OpsRun> JsonAsync(string endpoint, string stack, params string[] arguments) => EndAsync(Start(endpoint, stack, [.. arguments, "--json"]));

    public static Task<OpsRun> TextAsync(string endpoint, string stack, params string[] arguments) => EndAsync(Start(endpoint, stack, arguments));

    /// <summary>As a user whose policies decide what it may do.</summary>
    public static Task<OpsRun> OfUserAsync(AccessKey user, string endpoint, string stack, params string[] arguments) => EndAsync(As(user, Start(endpoint, stack, arguments)));

    /// <summary>How the tool is started as the operator, with the settings that a reader of the guides makes; more may be made.</summary>
    public static ProcessStartInfo Start(string endpoint, string stack, params string[] arguments)
    {
        var start = As(new AccessKey("operator", "operator"), Bare(arguments));
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_ENDPOINT_URL"] = endpoint;
        start.Environment["SES_COMPLIANCE_STACK"] = stack;
        return start;
    }

    /// <summary>How the tool is started by somebody who has set nothing.</summary>
    public static ProcessStartInfo Bare(params string[] arguments)
    {
        var start = Command.Prepare("dotnet", [Tool, .. arguments]);
        start.Environment.Remove("SES_COMPLIANCE_STACK");
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        return start;
    }

    public static ProcessStartInfo As(AccessKey user, ProcessStartInfo start)
    {
        start.Environment["AWS_ACCESS_KEY_ID"] = user.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = user.SecretAccessKey;
        return start;
    }

    /// <param name="started">Is given the process, to kill it, say.</param>
    public static async Task<OpsRun> EndAsync(ProcessStartInfo start, Action<Process>? started = null)
    {
        using var process = Process.Start(start)!;
        started?.Invoke(process);
        var ended = await Command.EndAsync(process);
        return new OpsRun(ended.ExitCode, ended.Output, ended.Errors);
    }
}
