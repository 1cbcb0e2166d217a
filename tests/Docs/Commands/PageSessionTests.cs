namespace SesCompliance.Tests.Docs.Commands;

/// <summary>A page's blocks run as one reader's shell would run them, and the one that fails is named with what it said.</summary>
public sealed class PageSessionTests
{
    private double slept;

    [Fact]
    public async Task What_a_block_sets_lasts_to_the_pages_end() =>
        Assert.Null(await RunAsync(("", "word=kept"), ("", "[[ $word == kept ]]"), ("exit=3", "exit 3"), ("", "[[ $word == kept ]]")));

    [Fact]
    public async Task A_sleep_is_as_long_as_the_test_lets_it_be()
    {
        Assert.Null(await RunAsync(("", "word=$(sleep 3600; echo woken); sleep 0.5 | cat"), ("", "[[ $word == woken ]]")));
        Assert.Equal(3600.5, slept);
    }

    [Fact]
    public async Task Nothing_is_set_that_the_page_does_not_set() => Assert.Null(await RunAsync(("", """[[ -z "${AWS_ENDPOINT_URL-}${AWS_ACCESS_KEY_ID-}" ]]""")));

    [Theory]
    [InlineData("", "false")]
    [InlineData("", "false | true")]
    [InlineData("", "echo $neverSet")]
    [InlineData("exit=1", "true")]
    [InlineData("exit=1", "exit 2")]
    [InlineData("", "exit 0")]
    public async Task A_block_that_does_not_end_as_it_should_is_named(string mark, string text)
    {
        var problem = await RunAsync(("", "true"), (mark, $"echo said this\n{text}"), ("", "true"));

        Assert.StartsWith("page.md:2: ", problem, StringComparison.Ordinal);
        Assert.Contains("said this", problem, StringComparison.Ordinal);
    }

    private Task<string?> RunAsync(params (string Mark, string Text)[] blocks) =>
        new PageSession([.. blocks.Select((block, index) => new Fence("page.md", index + 1, "bash", block.Mark, block.Text))]).RunAsync(text => text, seconds => Task.FromResult(slept += seconds));
}
