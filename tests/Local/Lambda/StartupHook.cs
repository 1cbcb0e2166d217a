using SesCompliance.Tests.Local.Lambda;

/// <summary>
/// Runs a cloud with one busy function in a process of its own, to be killed by the test that starts it. .NET calls this before a program's Main where
/// DOTNET_STARTUP_HOOKS names this assembly; it wants a class of this name outside any namespace.
/// </summary>
internal static class StartupHook
{
    public const string PidFile = "SES_TESTS_PID_FILE";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(PidFile) is { } file)
        {
            HostAsync(file).GetAwaiter().GetResult();
            Environment.Exit(0);
        }
    }

    /// <summary>Ends when the test that started this ends without having killed it.</summary>
    private static async Task HostAsync(string file)
    {
        await using var bench = await LambdaBench.StartAsync();
        bench.Create($"sleep 600 & echo \"$$ $!\" > {file}; wait", adapt: function => function with { Timeout = 900 });
        _ = bench.InvokeAsync();
        await Console.In.ReadToEndAsync();
    }
}
