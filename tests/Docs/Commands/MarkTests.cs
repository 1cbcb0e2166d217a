namespace SesCompliance.Tests.Docs.Commands;

/// <summary>Every command stands in a block that says how it is tested.</summary>
public sealed class MarkTests
{
    public static TheoryData<string> Pages => [.. Page.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_command_escapes(string page) => Assert.Empty(MarkRules.Problems(page, Page.Text(page)));

    [Theory]
    [InlineData("    ./run serve")]
    [InlineData("- so:\n\n      pulumi up")]
    [InlineData("```\n./run serve\n```")]
    [InlineData("```sh\n./run serve\n```")]
    [InlineData("```bash sometimes\n./run serve\n```")]
    [InlineData("```bash exit=many\n./run serve\n```")]
    [InlineData("```json aws\n{}\n```")]
    public void A_command_without_a_right_mark_is_found(string text) => Assert.Single(MarkRules.Problems("page.md", text));

    [Theory]
    [InlineData("```\na picture\n```")]
    [InlineData("- so:\n  ```bash exit=1\n  ./ses-ops doctor\n  ```")]
    [InlineData("```bash aws\npulumi up\n```\nThe rest is text about ./run serve.")]
    public void What_is_marked_right_is_left_alone(string text) => Assert.Empty(MarkRules.Problems("page.md", text));

    [Fact]
    public void A_block_that_is_not_closed_is_told() =>
        Assert.StartsWith("page.md:2", Assert.Throws<FormatException>(() => MarkRules.Problems("page.md", "text\n```bash\n./run").ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_block_in_a_list_has_its_own_indentation_only() =>
        Assert.Equal("if true; then\n  ./run\nfi", Assert.Single(Fence.Read("page.md", "- so:\n  ```bash\n  if true; then\n    ./run\n  fi\n  ```").Fences).Text);
}
