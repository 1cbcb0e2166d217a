using System.Diagnostics;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>The processes that run a function now, found by the environment that Lambda gives them.</summary>
internal static class FunctionProcesses
{
    public static IReadOnlyList<Process> Of(string functionName) =>
        [.. Process.GetProcessesByName("bootstrap").Where(process => Runs(process, functionName))];

    private static bool Runs(Process process, string functionName)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/environ").Split('\0').Contains($"AWS_LAMBDA_FUNCTION_NAME={functionName}");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
