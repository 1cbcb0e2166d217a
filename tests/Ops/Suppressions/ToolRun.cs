using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SesCompliance.Tests.Ops.Suppressions;

/// <summary>ses-ops run to its end as a process of its own, as an operator runs it.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public JsonNode Json => JsonNode.Parse(Output)!;

    public static Task<ToolRun> OfAsync(string endpoint, params string[] arguments) => OfAsync(endpoint, null, arguments);

    /// <param name="started">Is given the process, to kill it, say.</param>
    public static async Task<ToolRun> OfAsync(string endpoint, Action<Process>? started, params string[] arguments)
    {
        using var process = Process.Start(Start(endpoint, arguments))!;
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

        return new ToolRun(process.ExitCode, await output, await errors);
    }

    public static ProcessStartInfo Start(string endpoint, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ses-ops.dll"), .. arguments])
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
        start.Environment["AWS_ACCESS_KEY_ID"] = start.Environment["AWS_SECRET_ACCESS_KEY"] = "local";
        start.Environment["AWS_REGION"] = "us-east-1";
        start.Environment["AWS_ENDPOINT_URL"] = endpoint;
        start.Environment["SES_COMPLIANCE_STACK"] = OpsCloud.Stack;
        return start;
    }
}
