using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Sqs;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace SesCompliance.Tests.Conformance;

/// <summary>The order in which things are registered, and how runs fail: the same on the stand-in and on the official SDK.</summary>
public class PulumiRunTests
{
    private readonly RecordingMocks mocks = new();

    [Fact]
    public async Task A_run_knows_its_stack_and_project_and_is_a_preview_unless_told()
    {
        await Deployment.TestAsync(mocks, new TestOptions(), () => Assert.Equal(
            ("organization", "project", "stack", true),
            (Deployment.Instance.OrganizationName, Deployment.Instance.ProjectName, Deployment.Instance.StackName, Deployment.Instance.IsDryRun)));
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task Runs_side_by_side_do_not_mix()
    {
        var runs = Enumerable.Range(0, 8).Select(number => Deployment.TestAsync(new RecordingMocks(), new TestOptions { StackName = $"s{number}" }, async () =>
        {
            await Task.Yield();
            _ = new Queue("q");
        }));
        var urns = await Task.WhenAll((await Task.WhenAll(runs)).Select(resources => OutputUtilities.GetValueAsync(Assert.Single(resources).Urn)));

        Assert.Equal(8, urns.Distinct().Count());
    }

    [Fact]
    public async Task The_program_s_outputs_come_back_as_they_are()
    {
        var (resources, outputs) = await Deployment.TestAsync(mocks, new TestOptions(), () => new Dictionary<string, object?> { ["url"] = new Queue("q").Url });

        Assert.IsType<Queue>(Assert.Single(resources));
        Assert.IsType<Output<string>>(outputs["url"]);
    }

    [Fact]
    public async Task DependsOn_waits_for_the_other_resource()
    {
        var slow = Slow("first");
        await slow.UpAsync(() =>
        {
            var first = new Queue("first");
            _ = new Queue("second", options: new() { DependsOn = { first } });
        });

        Assert.Equal(["first", "answered first", "second", "answered second"], log);
    }

    [Fact]
    public async Task DependsOn_a_component_waits_for_the_resources_in_it()
    {
        var slow = Slow("inside");
        await slow.UpAsync(() =>
        {
            var group = new Group("group");
            _ = new Queue("inside", options: new() { Parent = new Group("nested", options: new() { Parent = group }) });
            _ = new Queue("after", options: new() { DependsOn = { group } });
        });

        Assert.True(log.IndexOf("answered inside") < log.IndexOf("after"), string.Join(", ", log));
    }

    [Fact]
    public async Task A_child_waits_for_its_parent()
    {
        var slow = Slow("group");
        await slow.UpAsync(() => _ = new Queue("child", options: new() { Parent = new Group("group") }));

        Assert.Equal(["group", "answered group", "child", "answered child"], log);
    }

    [Fact]
    public async Task What_the_mocks_throw_fails_the_run()
    {
        var failing = new RecordingMocks { Answer = _ => throw new InvalidOperationException("no such thing here") };
        var error = await Assert.ThrowsAsync<RunException>(() => failing.UpAsync(() => _ = new Queue("q")));

        Assert.Contains("no such thing here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_in_an_apply_that_nobody_reads_fails_the_run()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => mocks.UpAsync(() => new Queue("q").Id.Apply(int (string _) => throw new FormatException("unread"))));
        Assert.Contains("unread", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_exception_is_its_message_and_any_other_is_told_whole()
    {
        var plain = await Assert.ThrowsAsync<RunException>(() => mocks.UpAsync(() => throw new RunException("just this")));
        var other = await Assert.ThrowsAsync<RunException>(() => mocks.UpAsync(() => throw new FormatException("and more")));

        Assert.Equal("just this", plain.Message);
        Assert.Contains(nameof(FormatException), other.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(PulumiRunTests), other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logged_errors_fail_the_run()
    {
        Assert.Equal("one", (await Assert.ThrowsAsync<RunException>(() => mocks.UpAsync(() => Log.Error("one")))).Message);

        var two = await Assert.ThrowsAsync<AggregateException>(() => mocks.UpAsync(() =>
        {
            Log.Error("one");
            Log.Error("two");
            Log.Warn("not this");
        }));
        Assert.Equal(["one", "two"], two.InnerExceptions.Select(error => error.Message).Order());
    }

    [Fact]
    public async Task A_stack_class_registers_its_output_properties()
    {
        await Deployment.TestAsync<StackWithOutput>(mocks, new TestOptions { IsPreview = false });
        var outputs = Assert.Single(mocks.Outputs).Outputs;

        Assert.Equal("here", await OutputUtilities.GetValueAsync(outputs["where"]));
        await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<StackWithoutValue>(mocks));
    }

    [Fact]
    public async Task Transformations_see_every_resource_below_and_may_change_it()
    {
        await mocks.UpAsync(() =>
        {
            var group = new Group("group", options: new()
            {
                ResourceTransformations = { change => change.Args is QueueArgs ? new(new QueueArgs { Name = "changed" }, change.Options) : null },
            });
            _ = new Queue("q", new QueueArgs { Name = "original" }, new() { Parent = group });
        });

        Assert.Equal("changed", mocks.The("q").Inputs["name"]);
    }

    [Fact]
    public async Task A_provider_goes_down_to_the_resources_of_its_package()
    {
        await mocks.UpAsync(() =>
        {
            var group = new Group("group", options: new() { Providers = { new ProviderResource("aws", "west", ResourceArgs.Empty, new()) } });
            _ = new Queue("q", options: new() { Parent = group });
        });

        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$pulumi:providers:aws::west::west-id", mocks.The("q").Provider);
    }

    [Fact]
    public async Task A_resource_with_an_id_is_read_and_one_with_an_import_id_taken_over()
    {
        Existing read = null!;
        await mocks.UpAsync(() =>
        {
            read = new Existing("read", new CustomResourceOptions { Id = "there" });
            _ = new Existing("imported", new CustomResourceOptions { ImportId = "there-too" });
            _ = new Queue("made", options: new() { Id = "ignored by resource classes" });
        });

        Assert.Equal(("there", "there-too", ""), (mocks.The("read").Id, mocks.The("imported").Id, mocks.The("made").Id));
        Assert.Equal("there", await OutputUtilities.GetValueAsync(read.Id));
    }

    [Fact]
    public async Task Functions_answer_with_outputs_or_with_tasks()
    {
        var answering = new RecordingMocks { CallAnswer = _ => new Dictionary<string, object> { ["accountId"] = "111122223333" } };
        string? plain = null;
        Output<string> output = null!;
        await Deployment.TestAsync(answering, new TestOptions(), async () =>
        {
            output = GetCallerIdentity.Invoke().Apply(caller => caller.AccountId);
            plain = (await GetCallerIdentity.InvokeAsync()).AccountId;
        });

        Assert.Equal(("111122223333", "111122223333"), (plain, await OutputUtilities.GetValueAsync(output)));
        Assert.All(answering.Calls, call => Assert.Equal("aws:index/getCallerIdentity:getCallerIdentity", call.Token));
    }

    [Fact]
    public async Task A_function_is_not_called_with_an_unknown()
    {
        Output<GetRegionResult> region = null!;
        await mocks.PreviewAsync(() => region = GetRegion.Invoke(new() { Region = new Queue("q").Arn }));

        Assert.False(await OutputUtilities.GetIsKnownAsync(region));
        Assert.Empty(mocks.Calls);
    }

    private readonly List<string> log = [];

    private RecordingMocks Slow(string name) => new()
    {
        Answer = async args =>
        {
            Note(args.Name!);
            for (var turn = 0; args.Name == name && turn < 50; turn++)
            {
                await Task.Yield();
            }

            Note($"answered {args.Name}");
            return ("id", args.Inputs);
        },
    };

    private void Note(string entry)
    {
        lock (log)
        {
            log.Add(entry);
        }
    }

    private sealed class Existing(string name, CustomResourceOptions options)
        : CustomResource("aws:sqs/queue:Queue", name, ResourceArgs.Empty, options);

    private sealed class StackWithOutput : Stack
    {
        [Output("where")]
        public Output<string> Where { get; private set; } = Output.Create("here");
    }

    private sealed class StackWithoutValue : Stack
    {
        [Output]
        public Output<string> Where { get; private set; } = null!;
    }
}
