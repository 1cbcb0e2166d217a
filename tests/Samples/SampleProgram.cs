using System.Diagnostics;
using SesCompliance.Local;
using SesCompliance.Samples;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Samples;

/// <summary>A sample as its user starts it: a process of its own, with a bot's credentials in its environment.</summary>
internal sealed class SampleProgram(string program, string[] first, Func<string, string, string[]> options)
{
    /// <summary>Long, since this machine may be busy; only an execution that does not end uses it up.</summary>
    private const int Patience = 100;

    public static SampleProgram CSharp { get; } = new(
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Verification).Assembly.Location], (minutes, patience) => [minutes, patience]);

    public static async Task<SampleProgram> PythonAsync() => new(
        await Boto3.PythonAsync(),
        [Path.Combine(Repository.Root, "samples", "python", "verify.py")],
        (minutes, patience) => ["--minutes", minutes, "--patience", patience]);

    /// <param name="minutes">Until the code expires.</param>
    /// <param name="patience">Seconds to wait for the outcome.</param>
    public Process Start(BotAccount account, string requestId, string address, int minutes = 10, int patience = Patience)
    {
        var start = Command.Prepare(program, [.. first, requestId, address, "493 021", .. options($"{minutes}", $"{patience}")]);
        start.Environment["AWS_ENDPOINT_URL"] = account.Endpoint;
        start.Environment["AWS_ACCESS_KEY_ID"] = account.Key.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = account.Key.SecretAccessKey;
        start.Environment["STATE_MACHINE_ARN"] = account.StateMachineArn;
        return Process.Start(start)!;
    }

    public async Task<Command> RunAsync(BotAccount account, string requestId, string address, int minutes = 10, int patience = Patience)
    {
        using var process = Start(account, requestId, address, minutes, patience);
        return await Command.EndAsync(process);
    }
}
