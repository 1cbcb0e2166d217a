using System.Text.RegularExpressions;
using SesCompliance.Local;

namespace SesCompliance.Tests.Docs;

/// <summary>The pages lead to what is there.</summary>
public partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_leads_to_something(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;

        Assert.All(Links(page), link => Assert.True(Leads(folder, link), $"{page} links to {link}, which is not there"));
    }

    [Theory]
    [InlineData("costs.md", true)]
    [InlineData("costs.md#prices", true)]
    [InlineData("decisions/", true)]
    [InlineData("costs.md#no-such-heading", false)]
    [InlineData("no-such-page.md", false)]
    public void A_link_is_judged_by_its_file_and_heading(string link, bool leads) =>
        Assert.Equal(leads, Leads(Path.Combine(Repository.Root, "docs"), link));

    [Fact]
    public void The_decisions_page_lists_every_decision_and_no_other() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "decisions"), "*.md").Select(Path.GetFileName)
            .Where(name => name != "README.md").Order(StringComparer.Ordinal),
        Links("docs/decisions/README.md").Order(StringComparer.Ordinal));

    /// <summary>The page's links that are not another site's.</summary>
    private static IEnumerable<string> Links(string page) =>
        Link().Matches(CodeBlock().Replace(File.ReadAllText(Path.Combine(Repository.Root, page)), ""))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !OtherSite().IsMatch(target));

    private static bool Leads(string folder, string link)
    {
        var parts = link.Split('#', 2);
        var target = Path.Combine(folder, parts[0]);
        return parts.Length == 1
            ? File.Exists(target) || Directory.Exists(target)
            : File.Exists(target) && File.ReadLines(target).Where(line => line.StartsWith('#')).Select(Anchor).Contains(parts[1]);
    }

    /// <summary>A heading's name in a link, as GitHub makes it.</summary>
    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)|(?:src|srcset|href)=""(?<target>[^""]+)""")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex OtherSite();

    [GeneratedRegex("[^a-z0-9 _-]")]
    private static partial Regex NotInAnchors();
}
