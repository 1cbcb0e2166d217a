using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.CloudWatch;
using SesCompliance.Local.StepFunctions;

namespace SesCompliance.Tests.Local.StepFunctions;

public sealed class ExecutionMetricTests
{
    private const string Waits = """{"Type": "Wait", "Seconds": 90, "End": true}""";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 10, 2, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_start_is_counted_at_once_and_an_end_with_the_time_that_it_took()
    {
        var metrics = new MetricStore(clock);
        await using var states = new StatesWorld(clock, metrics: new StatesMetrics(metrics));
        var execution = states.Start(StatesWorld.Single(Waits));
        Assert.Equal(["ExecutionsStarted 1 Count"], Told(metrics, execution));

        await StatesWorld.UntilAsync(() => execution.Ended.IsCompleted, "the end", () => clock.Advance(TimeSpan.FromSeconds(execution.EventCount == 2 ? 90 : 0)));

        var lasted = (execution.StopDate!.Value - execution.StartDate).TotalMilliseconds;
        Assert.True(lasted >= 90_000);
        Assert.Equal([$"ExecutionTime {lasted} Milliseconds", "ExecutionsStarted 1 Count", "ExecutionsSucceeded 1 Count"], Told(metrics, execution));
    }

    [Fact]
    public async Task Each_way_to_end_has_its_metric()
    {
        var metrics = new MetricStore(clock);
        await using var states = new StatesWorld(clock, metrics: new StatesMetrics(metrics));
        var failed = await states.RunAsync(StatesWorld.Single("""{"Type": "Fail", "Error": "Broken"}"""));
        var aborted = states.Start(StatesWorld.Single(Waits));
        states.Machines.Executions.Stop(aborted.Arn, null, null);
        var timedOut = states.Start(StatesWorld.Definition("S", $"\"S\":{Waits}", "\"TimeoutSeconds\":60,"));
        await StatesWorld.UntilAsync(() => timedOut.Ended.IsCompleted, "the time-out", () => clock.Advance(TimeSpan.FromSeconds(timedOut.EventCount == 2 ? 60 : 0)));

        Assert.Equal(["ExecutionTime 0 Milliseconds", "ExecutionsFailed 1 Count", "ExecutionsStarted 1 Count"], Told(metrics, failed));
        Assert.Equal(["ExecutionTime 0 Milliseconds", "ExecutionsAborted 1 Count", "ExecutionsStarted 1 Count"], Told(metrics, aborted));
        Assert.Equal(["ExecutionTime 60000 Milliseconds", "ExecutionsStarted 1 Count", "ExecutionsTimedOut 1 Count"], Told(metrics, timedOut));
    }

    [Fact]
    public async Task A_redrive_is_no_start_and_its_end_counts_again()
    {
        var metrics = new MetricStore(clock);
        await using var states = new StatesWorld(clock, metrics: new StatesMetrics(metrics));
        var execution = await states.RunAsync(StatesWorld.Single("""{"Type": "Fail", "Error": "Broken"}"""));
        await states.Machines.Executions.Redrive(execution.Arn).Ended.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["ExecutionTime 0 Milliseconds", "ExecutionsFailed 2 Count", "ExecutionsStarted 1 Count"], Told(metrics, execution));
    }

    [Fact]
    public async Task A_metric_that_cannot_be_kept_is_reported_and_the_execution_goes_on()
    {
        var metrics = new MetricStore(clock);
        for (var metric = 0; metric < 10_000; metric++)
        {
            metrics.Put(new MetricId("n", $"m{metric}"), 1);
        }

        List<string> warnings = [];
        await using var states = new StatesWorld(clock, metrics: new StatesMetrics(metrics, warnings.Add));
        var execution = await states.RunAsync(StatesWorld.Single("""{"Type": "Succeed"}"""));

        Assert.Equal(ExecutionStatus.Succeeded, execution.Status);
        Assert.Equal(3, warnings.Count);
        Assert.StartsWith($"ExecutionsStarted of {execution.Machine.Arn} was not kept: ", warnings[0], StringComparison.Ordinal);
    }

    /// <summary>Each metric of the execution's machine: name, sum and unit.</summary>
    private IEnumerable<string> Told(MetricStore metrics, Execution execution)
    {
        var dimension = KeyValuePair.Create("StateMachineArn", execution.Machine.Arn);
        return metrics.Metrics.Select(known => known.Metric)
            .Where(metric => metric.Namespace == "AWS/States" && metric.Dimensions.Contains(dimension))
            .SelectMany(metric => metrics.Query(metric, clock.GetUtcNow().AddHours(-1), clock.GetUtcNow().AddMinutes(1), TimeSpan.FromHours(2))
                .Select(point => $"{metric.Name} {point.Statistic("Sum")} {point.Unit}"))
            .Order(StringComparer.Ordinal);
    }
}
