namespace SesCompliance.Tests.Docs.Commands;

/// <summary>A page's commands do what the page says they do: they run, in its order, against the embedded cloud.</summary>
[Trait("Pace", "slow")]
public sealed class RunningTests(PageSessions sessions) : IClassFixture<PageSessions>
{
    public static TheoryData<string> Pages => [.. PageSessions.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_block_runs_in_the_pages_order(string page)
    {
        foreach (var fence in Fence.Of(page).Where(fence => fence.Runs && PageSessions.NeedsDig(fence)))
        {
            TestContext.Current.SendDiagnosticMessage($"{fence.Place}: no dig is here, so the block was only parsed");
            TestContext.Current.AddWarning($"{fence.Place}: no dig is here, so the block was only parsed");
        }

        var problem = await sessions.Of(page);
        Assert.True(problem is null, problem);
    }
}
