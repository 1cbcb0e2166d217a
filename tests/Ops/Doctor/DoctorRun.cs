using System.Diagnostics;
using System.Text.Json.Nodes;
using SesCompliance.Local;

namespace SesCompliance.Tests.Ops.Doctor;

/// <summary><c>ses-ops doctor</c>, run to its end in a process of its own.</summary>
internal sealed record DoctorRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    /// <summary>As it is built beside these tests: their own copy lacks what their framework brings.</summary>
    private static readonly string Tool = Path.Combine(
        Repository.Root, "ops", Path.GetRelativePath(Path.Combine(Repository.Root, "tests"), AppContext.BaseDirectory), "ses-ops.dll");

    private JsonNode Report => Output.Length > 0 ? JsonNode.Parse(Output)! : throw new InvalidOperationException($"No report, but: {Errors}");

    public IEnumerable<JsonNode> Checks => Report["checks"]!.AsArray().Select(check => check!);

    public int Count(string member) => Report[member]!.GetValue<int>();

    public IEnumerable<JsonNode> With(string verdict) => Checks.Where(check => check["verdict"]!.GetValue<string>() == verdict);

    public JsonNode Check(string name) => Checks.SingleOrDefault(check => check["name"]!.GetValue<string>() == name) ?? throw new InvalidOperationException($"No check '{name}' in {Output}{Errors}");

    public static Task<DoctorRun> JsonAsync(string endpoint, params string[] arguments) => RunAsync(endpoint, "operator", null, ["--json", .. arguments]);

    /// <param name="accessKeyId">Whose the call is.</param>
    /// <param name="folder">Where the command is run; null: where no stack's file is.</param>
    public static async Task<DoctorRun> RunAsync(string endpoint, string accessKeyId, string? folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Tool, "doctor", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal) || name == "SES_COMPLIANCE_STACK").ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["AWS_ENDPOINT_URL"] = endpoint;
        start.Environment["AWS_REGION"] = "us-east-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = accessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "secret";
        using var process = Process.Start(start)!;
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

        return new DoctorRun(process.ExitCode, await output, await errors);
    }
}
