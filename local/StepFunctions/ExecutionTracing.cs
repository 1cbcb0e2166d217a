using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Wire;
using SesCompliance.Local.XRay;

namespace SesCompliance.Local.StepFunctions;

/// <summary>
/// Tells X-Ray of executions of machines with tracing on, as the machine's role; what the role may not do is left out without a word, as on AWS
/// (https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html). Nothing of an execution's input or output gets into a trace.
/// </summary>
/// <param name="sampler">Decides where whoever started the execution has not.</param>
public sealed class ExecutionTracing(TraceStore traces, Sampler sampler, Access access, TimeProvider clock)
{
    /// <summary>Decides whether a run of an execution is traced; where it is, its end becomes a segment.</summary>
    internal void Follow(Execution execution)
    {
        if (execution.Machine.TracingConfiguration?.Flag("enabled") != true)
        {
            return;
        }

        var header = TraceHeader.Parse(execution.TraceHeader);
        if (header.Sampled ?? (May(execution, "GetSamplingRules") && May(execution, "GetSamplingTargets") && sampler.Samples()))
        {
            var begun = execution.RedriveDate ?? execution.StartDate;
            var traceId = header.Root ?? TraceStore.NewTraceId(clock.GetUtcNow());
            _ = execution.Ended.ContinueWith(
                _ => Record(execution, traceId, begun), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void Record(Execution execution, string traceId, DateTimeOffset begun)
    {
        // Counts of what was sent and lost go along with every batch.
        var sent = May(execution, "PutTraceSegments");
        if (May(execution, "PutTelemetryRecords") && sent)
        {
            var (status, end) = execution.Read(each => (each.Status, each.StopDate));
            traces.Put(new TraceSegment(
                traceId,
                TraceStore.NewSegmentId(),
                execution.Machine.Name,
                "AWS::StepFunctions::StateMachine",
                execution.Machine.Arn,
                begun,
                end ?? clock.GetUtcNow(),
                status != ExecutionStatus.Succeeded));
        }
    }

    private bool May(Execution execution, string action) =>
        access.Allows(new AccessRequest(Caller.OfRole(execution.Machine.RoleArn, execution.SessionName), $"xray:{action}", "*"));
}
