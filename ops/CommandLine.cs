using System.CommandLine;
using SesCompliance.Ops.Aws;
using SesCompliance.Ops.Doctor;
using SesCompliance.Ops.Feedback;
using SesCompliance.Ops.Sends;
using SesCompliance.Ops.Simulate;
using SesCompliance.Ops.Suppressions;
using SesCompliance.Ops.VerifyDns;

namespace SesCompliance.Ops;

/// <summary>The whole command line: <c>ses-ops COMMAND [options]</c>.</summary>
public static class CommandLine
{
    private const string Description = """
        Looks after a SesCompliance stack: its DNS, its readiness, its suppression list, its mails and their feedback.

        Credentials, region and profile are found as by the aws CLI; AWS_ENDPOINT_URL=http://127.0.0.1:4570 asks the embedded cloud of ./run serve instead.
        Exit codes: 0 fine, 1 found problems, 2 wrong usage, 3 could not ask. NO_COLOR turns colours off.
        """;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Root().Parse(arguments);
        if (parsed.Errors is [var first, ..])
        {
            Console.Error.WriteLine($"ses-ops: {first.Message}");
            Console.Error.WriteLine("Try --help after the command.");
            return (int)ExitCode.Usage;
        }

        AwsRegion.AdoptDefault();
        return await parsed.InvokeAsync();
    }

    internal static RootCommand Root()
    {
        var common = new CommonOptions();
        return new RootCommand(Description)
        {
            common.Stack,
            common.Json,
            VerifyDnsCommand.Create(common),
            DoctorCommand.Create(common),
            SuppressionsCommand.Create(common),
            SendsCommand.Create(common),
            FeedbackCommand.Create(common),
            SimulateCommand.Create(common),
        };
    }
}
