using System.Diagnostics;
using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;

namespace SesCompliance.Tests.Ops;

/// <summary>ses-ops in a process of its own, as an operator runs it, to its end or until it is killed.</summary>
internal sealed record OpsRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    /// <summary>Where the tool was built, in this build's configuration. The copy beside the tests lacks what their own framework has and the tool's has not.</summary>
    private static readonly string Tool = Path.Combine(
        AppContext.BaseDirectory.Replace($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}ops{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal),
        "ses-ops.dll");

    public JsonNode Json => JsonNode.Parse(Output) ?? throw new InvalidOperationException($"no JSON: {Output}{Errors}");

    public static Task<OpsRun> JsonAsync(string endpoint, string stack, params string[] arguments) => RunAsync(endpoint, stack, null, [.. arguments, "--json"]);

    public static Task<OpsRun> TextAsync(string endpoint, string stack, params string[] arguments) => RunAsync(endpoint, stack, null, arguments);

    /// <summary>As a user whose policies decide what it may do.</summary>
    public static Task<OpsRun> OfUserAsync(AccessKey user, string endpoint, string stack, params string[] arguments) => RunAsync(endpoint, stack, user, null, arguments);

    /// <param name="started">Is given the process, to kill it, say.</param>
    public static Task<OpsRun> RunAsync(string endpoint, string stack, Action<Process>? started, params string[] arguments) =>
        RunAsync(endpoint, stack, new AccessKey("operator", "operator"), started, arguments);

    private static async Task<OpsRun> RunAsync(string endpoint, string stack, AccessKey key, Action<Process>? started, string[] arguments)
    {
        using var process = Process.Start(Start(endpoint, stack, key, arguments))!;
        started?.Invoke(process);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Deadline);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new OpsRun(process.ExitCode, await output, await errors);
    }

    private static ProcessStartInfo Start(string endpoint, string stack, AccessKey key, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Tool, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_ACCESS_KEY_ID"] = key.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = key.SecretAccessKey;
        start.Environment["AWS_REGION"] = "us-east-1";
        start.Environment["AWS_ENDPOINT_URL"] = endpoint;
        start.Environment["SES_COMPLIANCE_STACK"] = stack;
        return start;
    }
}
