namespace SesCompliance.Tests.Conformance;

/// <summary>The Python that has boto3.</summary>
internal static class Boto3
{
    /// <summary>The first python3 of PATH that can import boto3; without one the test is skipped.</summary>
    public static async Task<string> PythonAsync()
    {
        foreach (var python in Command.Find("python3"))
        {
            if ((await Command.RunAsync(python, "-c", "import boto3")).ExitCode == 0)
            {
                return python;
            }
        }

        Assert.Skip("No python3 with boto3 is here (pip install boto3)");
        return "";
    }
}
