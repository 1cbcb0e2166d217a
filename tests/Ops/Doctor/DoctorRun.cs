using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;

namespace SesCompliance.Tests.Ops.Doctor;

/// <summary><c>ses-ops doctor</c>, run to its end in a process of its own.</summary>
internal sealed record DoctorRun(int ExitCode, string Output, string Errors)
{
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
        var start = OpsRun.As(new AccessKey(accessKeyId, "secret"), OpsRun.Start(endpoint, "dev", ["doctor", .. arguments]));
        start.WorkingDirectory = folder ?? Path.GetTempPath();
        var run = await OpsRun.EndAsync(start);
        return new DoctorRun(run.ExitCode, run.Output, run.Errors);
    }
}
