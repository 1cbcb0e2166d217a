using System.Globalization;
using SesCompliance.Infra;
using SesCompliance.Local;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.Lambda;

namespace SesCompliance.Bench;

/// <summary>Cold starts of the functions, native and on the .NET runtime, and a whole send, each against a warm invocation.</summary>
internal static class Benchmark
{
    private const int ColdStarts = 10;
    private const int WarmInvocations = 300;
    private const int Sends = 60;

    public static async Task<int> RunAsync(string jitArchive, TextWriter output)
    {
        await using var cloud = await Cloud.StartAsync(new CloudOptions(), CancellationToken.None);
        var stack = await StackDeployment.UpAsync(cloud, Settings(), CancellationToken.None);
        var check = cloud.Lambda.Find($"ses-check-suppression-{stack.Settings.Stack}").Configuration;
        var sends = new SendBenchmark(cloud, stack);
        cloud.Ses.Settings = cloud.Ses.Settings with { MaxSendRate = 10_000, Max24HourSend = 1_000_000 };

        await Measurement.MedianAsync(WarmInvocations, _ => InvokeAsync(cloud, check.FunctionName));
        var warm = await Measurement.MedianAsync(WarmInvocations, _ => InvokeAsync(cloud, check.FunctionName));
        var native = await Measurement.MedianAsync(ColdStarts, run => ColdAsync(cloud, check, check.Code, $"native-{run}"));
        var jit = await Measurement.MedianAsync(ColdStarts, run => ColdAsync(cloud, check, jitArchive, $"jit-{run}"));
        await sends.OneAfterTheOtherAsync(Sends);
        var send = await sends.OneAfterTheOtherAsync(Sends);
        var parallel = await sends.AtOnceAsync(Sends, workers: 8);

        output.WriteLine("# Results");
        output.WriteLine();
        output.WriteLine($"`bench/run` on {Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}. Medians; the ratio is against a warm invocation in the same run.");
        output.WriteLine();
        output.WriteLine("| | median | ratio |");
        output.WriteLine("|---|---|---|");
        Row("warm invocation of CheckSuppression (the baseline)", warm);
        Row("cold start and invocation, native", native);
        Row("cold start and invocation, on the .NET runtime", jit);
        Row("a whole send, warm, without waiting for feedback", send);
        Row("a send's share of the time with eight at once", parallel);
        return 0;

        void Row(string what, TimeSpan median) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {what} | {median.TotalMilliseconds:0.0} ms | {median / warm:0.0} |"));
    }

    private static StackSettings Settings()
    {
        var values = new Dictionary<string, string>
        {
            ["domain"] = "example.com",
            ["fromAddress"] = "verify@example.com",
            ["awaitFeedbackSeconds"] = "0",
        };
        return StackSettings.Parse("bench", values.GetValueOrDefault);
    }

    private static async Task ColdAsync(Cloud cloud, FunctionConfiguration like, string archive, string name)
    {
        cloud.Lambda.Create(like with { FunctionName = name, Code = archive });
        await InvokeAsync(cloud, name);
    }

    private static async Task InvokeAsync(Cloud cloud, string function)
    {
        var answer = await cloud.Lambda.InvokeAsync(
            function, """{"sendId": "bench", "request": {"to": "bench@example.org", "subject": "s", "text": "t"}}""", CancellationToken.None);
        if (answer.FunctionError is not null)
        {
            throw new InvalidOperationException(answer.Payload);
        }
    }
}
