using System.Diagnostics;

namespace SesCompliance.Tests.Conformance;

/// <summary>A program run to its end in a process of its own, without this process's AWS settings and without the user's.</summary>
internal sealed record Command(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    public static async Task<Command> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(Prepare(program, arguments))!;
        return await EndAsync(process);
    }

    /// <summary>Waits for a process to end by itself.</summary>
    public static async Task<Command> EndAsync(Process process)
    {
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

        return new Command(process.ExitCode, await output, await errors);
    }

    /// <summary>How to start a program so; more environment variables may be added.</summary>
    public static ProcessStartInfo Prepare(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        return start;
    }

    /// <summary>The programs of a name in the folders of PATH, in its order.</summary>
    public static IEnumerable<string> Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder)
            .Distinct()
            .Select(folder => Path.Combine(folder, name))
            .Where(File.Exists);
}
