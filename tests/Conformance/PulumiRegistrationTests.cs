using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Sns;
using Pulumi.Aws.Sqs;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace SesCompliance.Tests.Conformance;

/// <summary>What a declared resource looks like to the mocks and to the program: the same on the stand-in and on the official SDK.</summary>
public class PulumiRegistrationTests
{
    private readonly RecordingMocks mocks = new();

    [Fact]
    public async Task Inputs_arrive_as_doubles_immutable_lists_and_maps()
    {
        await mocks.UpAsync(() => _ = new Table("t", new TableArgs
        {
            Name = "t",
            DeletionProtectionEnabled = true,
            Attributes = { new TableAttributeArgs { Name = "k", Type = "S" } },
            PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Enabled = true, RecoveryPeriodInDays = 7 },
            Tags = { ["a"] = Output.Create("b") },
        }));

        var table = mocks.The("t");
        Assert.Equal(("aws:dynamodb/table:Table", "", ""), (table.Type, table.Provider, table.Id));
        Assert.Equal(["attributes", "deletionProtectionEnabled", "name", "pointInTimeRecovery", "tags"], table.Inputs.Keys.Order());
        Assert.True((bool)table.Inputs["deletionProtectionEnabled"]);
        Assert.Equal("k", Map(Assert.Single((ImmutableArray<object>)table.Inputs["attributes"]))["name"]);
        Assert.Equal(7d, Map(table.Inputs["pointInTimeRecovery"])["recoveryPeriodInDays"]);
        Assert.Equal("b", Map(table.Inputs["tags"])["a"]);
    }

    [Fact]
    public async Task A_function_arrives_with_its_archive_and_its_runtime_by_name()
    {
        await mocks.UpAsync(() =>
        {
            _ = new Function("named", Args("provided.al2023"));
            _ = new Function("listed", Args(Runtime.CustomAL2023));
        });

        Assert.IsType<FileArchive>(mocks.The("named").Inputs["code"]);
        Assert.Empty(typeof(FileArchive).GetProperties());
        Assert.All(mocks.Resources, function => Assert.Equal("provided.al2023", function.Inputs["runtime"]));

        static FunctionArgs Args(InputUnion<string, Runtime> runtime) => new()
        {
            Role = "arn",
            Code = new FileArchive("./somewhere"),
            Runtime = runtime,
            Environment = new FunctionEnvironmentArgs(),
        };
    }

    [Fact]
    public async Task A_missing_required_input_fails_the_run_and_is_named()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => mocks.UpAsync(() => _ = new QueuePolicy("p", new QueuePolicyArgs { QueueUrl = "url" })));

        Assert.Contains("Policy", error.Message, StringComparison.Ordinal);
        Assert.Empty(mocks.Resources);
    }

    [Fact]
    public async Task An_input_of_another_type_fails_the_run_and_is_named()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => mocks.UpAsync(() => new Group("g").Finish("odd", new Uri("https://example.com"))));

        Assert.Contains("odd", error.Message, StringComparison.Ordinal);
        Assert.Contains("System.Uri is not a supported argument type", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urns_name_stack_project_type_and_name()
    {
        var resources = await Deployment.TestAsync(
            mocks,
            new TestOptions { StackName = "dev", ProjectName = "ses", IsPreview = false },
            () =>
            {
                var outer = new Group("outer");
                var inner = new Group("inner", options: new() { Parent = outer });
                _ = new Queue("queue", options: new() { Parent = inner });
            });

        Assert.Equal(
            [
                "urn:pulumi:dev::ses::pulumi:pulumi:Stack$test:index:Group::outer",
                "urn:pulumi:dev::ses::pulumi:pulumi:Stack$test:index:Group::inner",
                "urn:pulumi:dev::ses::pulumi:pulumi:Stack$aws:sqs/queue:Queue::queue",
            ],
            await Task.WhenAll(resources.Select(resource => Value(resource.Urn))));
    }

    [Fact]
    public async Task Components_reach_the_mocks_with_inputs_and_outputs()
    {
        await mocks.UpAsync(() => new Group("g", new GroupArgs { Title = "t", Size = 2 }).Finish("made", Output.Create("x")));

        Assert.Equal("test:index:Group", mocks.The("g").Type);
        Assert.Equal(("t", 2d), (mocks.The("g").Inputs["title"], mocks.The("g").Inputs["size"]));
        var outputs = Assert.Single(mocks.Outputs, request => request.Urn.EndsWith("::g", StringComparison.Ordinal)).Outputs;
        Assert.Equal("x", await Value(outputs["made"]));
    }

    [Fact]
    public async Task The_same_name_twice_is_two_resources_to_the_mocks()
    {
        await mocks.UpAsync(() => (_, _) = (new Queue("q"), new Queue("q")));
        Assert.Equal(2, mocks.Resources.Count);
    }

    [Fact]
    public async Task Outputs_are_what_the_mocks_answer_and_known()
    {
        var answering = new RecordingMocks
        {
            Answer = _ => Task.FromResult<(string?, object)>(("the-id", new Dictionary<string, object> { ["url"] = "u", ["name"] = 5 })),
        };
        Queue queue = null!;
        await answering.PreviewAsync(() => queue = new Queue("q"));

        Assert.Equal(("the-id", "u"), (await Value(queue.Id), await Value(queue.Url)));
        Assert.True(await OutputUtilities.GetIsKnownAsync(queue.Url));
        Assert.Same(queue, Assert.Single(await OutputUtilities.GetDependenciesAsync(queue.Url.Apply(url => url.Length))));

        // What doesn't fit the property's type is dropped.
        Assert.Null(await Value(queue.Name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Outputs_without_an_answer_are_unknown_in_a_preview_only(bool preview)
    {
        Queue queue = null!;
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = preview }, () => { queue = new Queue("q"); });

        Assert.Equal(!preview, await OutputUtilities.GetIsKnownAsync(queue.Arn));
        Assert.Null(await Value(queue.Arn));
    }

    [Fact]
    public async Task An_id_that_the_mocks_do_not_give_is_unknown()
    {
        var silent = new RecordingMocks { Answer = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        Queue queue = null!;
        await silent.UpAsync(() => queue = new Queue("q"));

        Assert.False(await OutputUtilities.GetIsKnownAsync(queue.Id));
    }

    [Fact]
    public async Task An_input_with_an_unknown_in_it_does_not_reach_the_mocks()
    {
        await mocks.PreviewAsync(() =>
        {
            var queue = new Queue("q");
            _ = new Topic("t", new TopicArgs { DisplayName = queue.Arn, Tags = { ["known"] = "k", ["unknown"] = queue.Arn }, Name = "n" });
        });

        Assert.Equal(["name"], mocks.The("t").Inputs.Keys);
    }

    [Fact]
    public async Task A_secret_input_arrives_plain_and_comes_back_secret()
    {
        Topic topic = null!;
        var echo = new RecordingMocks
        {
            Answer = args => Task.FromResult<(string?, object)>(("id", new Dictionary<string, object> { ["name"] = Output.CreateSecret((string)args.Inputs["name"]) })),
        };
        await echo.UpAsync(() => topic = new Topic("t", new TopicArgs { Name = Output.CreateSecret("hush") }));

        Assert.Equal("hush", echo.The("t").Inputs["name"]);
        Assert.True(await Output.IsSecretAsync(topic.Name));
    }

    private static ImmutableDictionary<string, object> Map(object value) => (ImmutableDictionary<string, object>)value;

    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
