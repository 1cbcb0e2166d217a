using System.Globalization;
using System.Security.Cryptography;

namespace SesCompliance.Local.Lambda;

/// <summary>One invocation in one environment: init where it is cold, START, the event, END and REPORT.</summary>
internal sealed class InvocationRun(
    TimeProvider clock, EnvironmentFactory factory, LambdaOptions options, FunctionVersion version, ExecutionEnvironment environment, string requestId)
{
    private readonly LambdaFunction function = version.Function;
    private readonly TimeSpan timeout = TimeSpan.FromSeconds(version.Configuration.Timeout);
    private TimeSpan? initDuration;

    /// <summary>As REPORT tells it.</summary>
    public TimeSpan Duration { get; private set; }

    /// <returns>The result, and whether the environment can take another event.</returns>
    public async Task<(InvocationResult Result, bool Warm)> RunAsync(string payload, bool cold)
    {
        if (cold && await InitializeAsync() is { } failed)
        {
            WriteStart();
            return (Finish(failed.Answer, failed.Failure, failed.Status), false);
        }

        WriteStart();
        var left = timeout - Duration;

        // The deadline is on the machine's clock, with which the function compares it.
        var deadline = TimeProvider.System.GetUtcNow() + left;
        var ending = await environment.InvokeAsync(new Invocation(requestId, payload, version.Arn, NewTraceId(), deadline), left);
        Duration += environment.Elapsed;

        // An answer that came before the end counts, however the runtime ended after it.
        return environment.Conversation.Answer is { } answer
            ? (Finish(answer, null, null), ending == Ending.Waiting)
            : (await FailAsync(ending), false);
    }

    /// <summary>
    /// Up to the init limit first; where that fails, AWS starts the runtime once more as part of the invocation, within the function's timeout
    /// (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html, "Failures during the Init phase").
    /// </summary>
    private async Task<(RuntimeAnswer Answer, FunctionFailure? Failure, string Status)?> InitializeAsync()
    {
        if (function.Code.Problem(requestId) is { } problem)
        {
            environment.Write(ReportLine.InitReport(TimeSpan.Zero, "init", Error(problem.Type)));
            return (new RuntimeAnswer(problem.Payload, Error: true), problem, Error(problem.Type));
        }

        var ending = await factory.InitializeAsync(version, environment, options.InitTimeout);
        if (Initialized(ending))
        {
            initDuration = environment.Elapsed;
            return null;
        }

        var (_, _, status) = await InitFailureAsync(ending);
        environment.Write(ReportLine.InitReport(environment.Elapsed, "init", status));
        ending = await factory.InitializeAsync(version, environment, timeout);
        Duration = environment.Elapsed;
        if (Initialized(ending))
        {
            return null;
        }

        var failure = await InitFailureAsync(ending);
        environment.Write(ReportLine.InitReport(environment.Elapsed, "invoke", failure.Status));
        return failure;
    }

    private bool Initialized(Ending ending) => ending == Ending.Waiting && environment.Conversation.InitError is null;

    private async Task<(RuntimeAnswer Answer, FunctionFailure? Failure, string Status)> InitFailureAsync(Ending ending)
    {
        if (environment.Conversation.InitError is { } reported)
        {
            return (new RuntimeAnswer(reported.Payload, Error: true), null, Error(reported.Type));
        }

        var (failure, status) = await FailureAsync(ending);
        return (new RuntimeAnswer(failure.Payload, Error: true), failure, status);
    }

    private async Task<InvocationResult> FailAsync(Ending ending)
    {
        var (failure, status) = await FailureAsync(ending);
        return Finish(new RuntimeAnswer(failure.Payload, Error: true), failure, status);
    }

    private async Task<(FunctionFailure Failure, string Status)> FailureAsync(Ending ending)
    {
        if (ending == Ending.TimedOut)
        {
            return (FunctionFailure.TimedOut(requestId, timeout), "timeout");
        }

        var exited = FunctionFailure.Exited(requestId, await environment.ExitCode);
        return (exited, Error(exited.Type));
    }

    private void WriteStart() => environment.Write(ReportLine.Start(requestId, version.Version));

    private InvocationResult Finish(RuntimeAnswer answer, FunctionFailure? failure, string? status)
    {
        if (failure is not null)
        {
            environment.Write(status == "timeout" ? ReportLine.TimedOut(clock.GetUtcNow(), requestId, timeout) : ReportLine.Failed(failure));
        }

        environment.Write(ReportLine.End(requestId));
        environment.Write(ReportLine.Report(requestId, Duration, initDuration, version.Configuration.MemorySize, environment.PeakMemory, status));
        return new InvocationResult(answer.Payload, answer.Error ? "Unhandled" : null) { RequestId = requestId, ExecutedVersion = version.Version, LogTail = environment.TakeTail() };
    }

    private static string Error(string type) => $"error\tError Type: {type}";

    // https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader
    private string NewTraceId() => string.Create(
        CultureInfo.InvariantCulture,
        $"Root=1-{clock.GetUtcNow().ToUnixTimeSeconds():x8}-{Hex(24)};Parent={Hex(16)};Sampled=0");

    private static string Hex(int length) => RandomNumberGenerator.GetHexString(length, lowercase: true);
}
