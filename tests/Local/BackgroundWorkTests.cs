using SesCompliance.Local;

namespace SesCompliance.Tests.Local;

public class BackgroundWorkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Idle_waits_for_work_that_work_started()
    {
        await using var background = new BackgroundWork();
        var finished = false;
        background.Start(_ =>
        {
            background.Start(async stop =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, stop);
                finished = true;
            });
            return Task.CompletedTask;
        });

        await background.IdleAsync(Cancellation);

        Assert.True(finished);
    }

    [Fact]
    public async Task A_failure_is_kept_and_told()
    {
        await using var background = new BackgroundWork();
        List<string> told = [];
        background.Failed += error => told.Add(error.Message);

        background.Start(_ => throw new InvalidOperationException("broken"));
        await background.IdleAsync(Cancellation);

        Assert.Equal("broken", Assert.Single(background.Errors).Message);
        Assert.Equal(["broken"], told);
    }

    [Fact]
    public async Task Disposing_stops_what_runs_and_waits_for_it()
    {
        var background = new BackgroundWork();
        var running = new TaskCompletionSource();
        var stopped = false;
        background.Start(async stop =>
        {
            running.SetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
            }
            finally
            {
                stopped = true;
            }
        });
        await running.Task.WaitAsync(Cancellation);

        await background.DisposeAsync();

        Assert.True(stopped);
        Assert.Empty(background.Errors);
        Assert.Throws<ObjectDisposedException>(() => background.Start(_ => Task.CompletedTask));
    }
}
