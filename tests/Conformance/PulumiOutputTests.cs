using System.Collections.Immutable;
using System.Globalization;
using Pulumi;
using Pulumi.Utilities;

namespace SesCompliance.Tests.Conformance;

/// <summary>How outputs and inputs behave: the same on the stand-in and on the official SDK.</summary>
public class PulumiOutputTests
{
    private static readonly Output<string> Unknown = OutputUtilities.CreateUnknown("x");

    [Fact]
    public async Task Apply_gives_the_function_the_value()
    {
        Assert.Equal(3, await Value(Output.Create("abc").Apply(text => text.Length)));
        Assert.Equal(3, await Value(Output.Create("abc").Apply(text => Output.Create(text.Length))));
        Assert.Equal(3, await Value(Output.Create("abc").Apply(text => Task.FromResult(text.Length))));
        Assert.Equal(3, await Value(((Input<string>)"abc").Apply(text => text.Length)));
    }

    [Fact]
    public async Task An_exception_in_apply_fails_everything_after_it()
    {
        var failing = Output.Create(1).Apply(int (int _) => throw new FormatException("not that"));

        await Assert.ThrowsAsync<FormatException>(() => Value(failing.Apply(number => number + 1)));
        await Assert.ThrowsAsync<FormatException>(() => Value(Output.Format($"{failing}")));
        await Assert.ThrowsAsync<FormatException>(() => Value(Output.All(Output.Create(1), failing)));
    }

    [Fact]
    public async Task A_failed_task_fails_its_output() =>
        await Assert.ThrowsAsync<TimeoutException>(() => Value(Output.Create(Task.FromException<int>(new TimeoutException()))));

    [Fact]
    public async Task Apply_is_not_called_with_an_unknown()
    {
        var applied = Unknown.Apply(string (string _) => throw new InvalidOperationException("called"));

        Assert.False(await OutputUtilities.GetIsKnownAsync(applied));
        Assert.Null(await Value(applied));
    }

    [Fact]
    public async Task An_unknown_makes_what_it_is_joined_with_unknown()
    {
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Tuple(Output.Create("a"), Unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All(Output.Create("a"), Unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Format($"a{Unknown}")));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Create("a").Apply(_ => Unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.JsonSerialize(Output.Create(new Dictionary<string, object> { ["a"] = Unknown }))));
    }

    [Fact]
    public async Task A_secret_makes_what_comes_of_it_secret()
    {
        var secret = Output.CreateSecret("s");

        Assert.True(await Output.IsSecretAsync(secret.Apply(text => text.Length)));
        Assert.True(await Output.IsSecretAsync(Output.Format($"{secret}")));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(Output.Create("a"), secret)));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Output.Create("a"))));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.False(await Output.IsSecretAsync(Output.Create("a")));
    }

    [Fact]
    public async Task Tuples_and_all_keep_the_order()
    {
        Input<string> first = "a";
        Assert.Equal(("a", 2), await Value(Output.Tuple(first, (Input<int>)2)));
        Assert.Equal(("a", 2, true), await Value(Output.Tuple(Output.Create("a"), Output.Create(2), Output.Create(true))));
        Assert.Equal(["a", "b"], await Value(Output.All(first, "b")));
        Assert.Equal(["a", "b"], await Value(Output.All(Output.Create("a"), Output.Create("b"))));
    }

    [Fact]
    public async Task Format_fills_inputs_and_outputs_in_the_invariant_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Input<string> input = "in";
            Assert.Equal("in|out|1.5|", await Value(Output.Format($"{input}|{Output.Create("out")}|{1.5}|{null}")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Json_holds_the_values_of_nested_inputs_and_outputs()
    {
        var json = Output.JsonSerialize(Output.Create(new { a = Output.Create("x"), b = (Input<int>)1, c = (InputList<string>)new[] { "y" } }));
        Assert.Equal("""{"a":"x","b":1,"c":["y"]}""", await Value(json));
        Assert.Equal(2, (await Value(Output.JsonDeserialize<int[]>(Output.Create("[1,2]"))))[1]);
    }

    [Fact]
    public async Task A_list_is_made_of_values_outputs_and_lists()
    {
        InputList<string> list = new[] { "a" };
        list.Add("b", Output.Create("c"));
        list.AddRange(new List<string> { "d" });
        var longer = list.Concat(Output.Create(ImmutableArray.Create("e")));

        Assert.Equal(["a", "b", "c", "d"], await Value(list.ToOutput()));
        Assert.Equal(["a", "b", "c", "d", "e"], await Value(longer.ToOutput()));
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)list).GetEnumerator());
    }

    [Fact]
    public async Task A_map_takes_a_key_twice_only_with_the_same_value()
    {
        InputMap<string> map = new() { { "a", "1" }, { "a", Output.Create("1") } };
        Assert.Equal("1", (await Value(map.ToOutput()))["a"]);

        map["a"] = "2";
        await Assert.ThrowsAsync<ArgumentException>(() => Value(map.ToOutput()));
    }

    [Fact]
    public async Task Of_merged_maps_the_second_wins()
    {
        var merged = InputMap<string>.Merge(new() { ["a"] = "1", ["b"] = "1" }, new() { ["b"] = "2" });
        Assert.Equal("12", string.Concat((await Value(merged.ToOutput())).OrderBy(entry => entry.Key).Select(entry => entry.Value)));
    }

    [Fact]
    public async Task A_union_is_one_of_its_types()
    {
        InputUnion<string, int> union = 5;
        var value = await Value(union.ToOutput());

        Assert.Equal((true, 5), (value.IsT1, value.AsT1));
        Assert.Throws<InvalidOperationException>(() => value.AsT0);
        Assert.Equal(Union<string, int>.FromT1(5), value);
    }

    [Fact]
    public async Task A_missing_input_is_the_default() => Assert.Null(await Value(((Input<string>?)null).ToOutput()));

    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
