using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>The reader's PATH, with that python3 first which has boto3 (the pages say how to get it), and an aws CLI that reads AWS_ENDPOINT_URL.</summary>
internal static class ReaderPath
{
    private static readonly Lazy<Task<string>> Path = new(FindAsync);

    public static Task<string> Value => Path.Value;

    private static async Task<string> FindAsync()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        foreach (var python in Command.Find("python3"))
        {
            if ((await Command.RunAsync(python, "-c", "import boto3")).ExitCode == 0)
            {
                return $"{System.IO.Path.GetDirectoryName(python)}:{path}";
            }
        }

        return path;
    }
}
