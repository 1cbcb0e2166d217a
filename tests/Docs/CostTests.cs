using System.Text.Json;
using System.Text.RegularExpressions;
using SesCompliance.Infra;
using SesCompliance.Local;

namespace SesCompliance.Tests.Docs;

/// <summary>docs/costs.md adds up: every amount follows from its tables of prices and usage, and the usage from the state machine.</summary>
public partial class CostTests
{
    private const string Page = "docs/costs.md";

    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, Page));
    private static readonly MarkdownTable Prices = MarkdownTable.Under(Page, "## Prices");
    private static readonly MarkdownTable Usage = MarkdownTable.Under(Page, "## Usage");
    private static readonly MarkdownTable Costs = MarkdownTable.Under(Page, "## Costs");

    public static TheoryData<string> Volumes => [.. Costs.Columns.Skip(1)];

    [Fact]
    public void Costs_are_given_for_a_thousand_a_hundred_thousand_and_a_million_mails() =>
        Assert.Equal(["1,000 mails", "100,000 mails", "1,000,000 mails"], Costs.Columns.Skip(1));

    [Fact]
    public void Every_price_is_used_and_every_use_has_a_price()
    {
        Assert.Equal(Prices.Keys, Usage.Keys);
        Assert.Equal([.. Prices.Keys, "Total", "Total, free tiers used up by nobody else"], Costs.Keys);
    }

    [Fact]
    public void Every_price_has_a_date_and_a_page_of_AWS() => Assert.All(Prices.Keys, key =>
    {
        Assert.Matches(@"^20\d\d-[01]\d( ¹)?$", Prices.Text(key, "as of"));
        Assert.Matches(@"^\[[a-z0-9-]+\]\(https://aws\.amazon\.com/[a-z0-9/-]+\)$", Prices.Text(key, "source"));
    });

    [Theory]
    [MemberData(nameof(Volumes))]
    public void Every_line_and_total_is_right_to_the_cent(string volume)
    {
        var mails = MarkdownTable.ToNumber(volume.Replace(" mails", "", StringComparison.Ordinal));

        Assert.All(Prices.Keys, key => Assert.Equal(Line(key, mails), Costs.Number(key, volume)));
        Assert.Equal(Total(mails), Costs.Number("Total", volume));
        Assert.Equal(TotalWithFreeTiers(mails), Costs.Number("Total, free tiers used up by nobody else", volume));
    }

    [Fact]
    public void What_a_stack_costs_at_rest_is_what_the_tables_say()
    {
        Assert.Equal(Total(0), Stated(AtRest(), "list"));
        Assert.Equal(TotalWithFreeTiers(0), Stated(AtRest(), "free"));
        Assert.Contains(
            $"about ${Math.Round(Total(0))} at rest by list price", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(100_000, false)]
    [InlineData(1_000_000, false)]
    public void What_was_asked_for_holds_where_the_page_says_so(int mails, bool holds)
    {
        Assert.Equal(holds, Total(mails) is >= 2 and <= 9);
        Assert.Equal(holds, TotalWithFreeTiers(mails) is >= 2 and <= 9);
    }

    [Fact]
    public void The_number_of_mails_that_nine_dollars_last_for_is_right_to_the_hundred()
    {
        Assert.Equal(MailsFor(9, Total), Stated(NineDollars(), "list"));
        Assert.Equal(MailsFor(9, TotalWithFreeTiers), Stated(NineDollars(), "free"));
    }

    [Fact]
    public void A_delivered_mail_takes_the_way_and_the_number_of_transitions_that_the_state_machine_has()
    {
        var way = Assert.Single(WaysTo("Delivered"));

        Assert.Contains($"\n{string.Join(" → ", way.Select(state => $"`{state}`"))}\n", Text, StringComparison.Ordinal);
        Assert.Contains($"A delivered mail takes {way.Length}:", Text, StringComparison.Ordinal);
        Assert.Equal(way.Length, Usage.Number("sfn-transitions", "per mail"));
        Assert.Contains(
            $"a delivered mail takes {way.Length}.",
            File.ReadAllText(Path.Combine(Repository.Root, "docs/decisions/standard-workflow.md")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_wait_a_mail_takes_as_many_transitions_as_the_page_says()
    {
        var shortest = WaysTo("Sent").MinBy(way => way.Length)!;

        Assert.Contains($"With `awaitFeedbackSeconds: 0` it is {shortest.Length} (", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lambda_is_asked_once_for_each_task_and_once_for_the_feedback() => Assert.Equal(
        WaysTo("Delivered").Single().Count(state => States().GetProperty(state).GetProperty("Type").GetString() == "Task") + 1,
        Usage.Number("lambda-requests", "per mail"));

    private static decimal Line(string key, decimal mails, decimal free = 0)
    {
        var units = Math.Max(0, Usage.Number(key, "fixed") + (Usage.Number(key, "per mail") * mails) - free);
        return Math.Round(units * Prices.Number(key, "$") / Prices.Number(key, "for"), 2, MidpointRounding.AwayFromZero);
    }

    private static decimal Total(decimal mails) => Prices.Keys.Sum(key => Line(key, mails));

    private static decimal TotalWithFreeTiers(decimal mails) => Prices.Keys.Sum(key => Line(key, mails, Usage.Number(key, "free")));

    private static decimal MailsFor(decimal dollars, Func<decimal, decimal> total)
    {
        var mails = 0m;
        while (total(mails + 100) <= dollars)
        {
            mails += 100;
        }

        return mails;
    }

    private static decimal Stated(Regex sentence, string group)
    {
        var match = sentence.Match(Text);
        Assert.True(match.Success, $"{Page} does not say {sentence}");
        return MarkdownTable.ToNumber(match.Groups[group].Value);
    }

    /// <summary>Every way from the start to a state along Next, Choices and Default, without a caught error.</summary>
    private static IEnumerable<string[]> WaysTo(string end)
    {
        var states = States();
        return From(JsonDocument.Parse(SendFlowDefinition.Template()).RootElement.GetProperty("StartAt").GetString()!, []);

        IEnumerable<string[]> From(string state, string[] before)
        {
            string[] way = [.. before, state];
            return state == end ? [way] : Following(states.GetProperty(state)).SelectMany(next => From(next, way));
        }
    }

    private static IEnumerable<string> Following(JsonElement state)
    {
        var choices = state.TryGetProperty("Choices", out var rules) ? rules.EnumerateArray().ToArray() : [];
        return choices.Select(rule => Target(rule, "Next")).Append(Target(state, "Next")).Append(Target(state, "Default")).OfType<string>().Distinct();
    }

    private static string? Target(JsonElement element, string name) => element.TryGetProperty(name, out var next) ? next.GetString() : null;

    private static JsonElement States() => JsonDocument.Parse(SendFlowDefinition.Template()).RootElement.GetProperty("States");

    [GeneratedRegex(@"A stack at rest costs \*\*\$(?<list>[\d.]+)\*\*.* it rests at \$(?<free>[\d.]+)\.")]
    private static partial Regex AtRest();

    [GeneratedRegex(@"\$9 last for about \*\*(?<list>[\d,]+) mails a month\*\* \((?<free>[\d,]+) where")]
    private static partial Regex NineDollars();
}
