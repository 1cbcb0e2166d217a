using System.Diagnostics;
using SesCompliance.Local;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>The processes that run a function of one cloud now, found by the environment that Lambda gives them: another run of the tests on this machine has the same names.</summary>
internal static class FunctionProcesses
{
    public static IReadOnlyList<Process> Of(Cloud cloud, string functionName) =>
        [.. Process.GetProcessesByName("bootstrap").Where(process => Runs(process, cloud.Endpoint, functionName))];

    private static bool Runs(Process process, string endpoint, string functionName)
    {
        try
        {
            var environment = File.ReadAllText($"/proc/{process.Id}/environ").Split('\0');
            return environment.Contains($"AWS_LAMBDA_FUNCTION_NAME={functionName}") && environment.Contains($"AWS_ENDPOINT_URL={endpoint}");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
