using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Aws.Sqs;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.Deployment.Changes;

namespace SesCompliance.Tests.Local.Deployment;

/// <summary>Clouds that end empty.</summary>
public sealed class DestroyTests : IAsyncLifetime
{
    private readonly LifecycleFixture fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => fixture.InitializeAsync();

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Destroy_leaves_nothing_and_up_makes_it_all_again()
    {
        (string, string)[] config = [("identityMode", "create"), ("hostedZone", "Z0123456789ABCDEFGHIJ"), ("dailyQuota", "200"), ("alertEmails", """["a@example.com"]""")];
        var first = await fixture.UpAsync("dev", config);
        var things = await EverythingAsync();
        Assert.DoesNotContain(0, things.Values);

        var destroyed = await StackDeployment.DestroyAsync(fixture.Cloud, "dev", Cancellation);

        Assert.Equal(first.Changes.Count(Operation.Create), destroyed.Count(Operation.Delete));
        Assert.All(await EverythingAsync(), thing => Assert.True(thing.Value == 0, $"{thing.Value} of {thing.Key} are left"));
        Assert.Equal(first.Changes.Count(Operation.Create), (await fixture.UpAsync("dev", config)).Changes.Count(Operation.Create));
        Assert.Equal(things, await EverythingAsync());
    }

    [Fact]
    public async Task Resources_go_before_those_that_they_hang_on()
    {
        await fixture.UpAsync("dev");

        var order = (await StackDeployment.DestroyAsync(fixture.Cloud, "dev", Cancellation)).Resources.Select(change => $"{change.Type.Split(':')[^1]} {change.Name}").ToList();

        Assert.True(order.IndexOf("StateMachine send-flow") < order.IndexOf("Function ses-send-email"));
        Assert.True(order.IndexOf("Function ses-send-email") < order.IndexOf("RolePolicy ses-send-email"));
        Assert.True(order.IndexOf("RolePolicy ses-send-email") < order.IndexOf("Role ses-send-email"));
        Assert.True(order.IndexOf("TopicSubscription ses-notification-handler") < order.IndexOf("Topic ses-feedback"));
    }

    [Fact]
    public async Task A_program_with_an_unknown_resource_stops_before_any_of_it_is_made()
    {
        var refusal = await Assert.ThrowsAsync<DeploymentException>(() => UpAsync(options =>
        {
            _ = new Queue("known", new QueueArgs { Name = "known" }, options);
            _ = new CustomResource("aws:s3/bucket:Bucket", "mails", null, options);
        }));

        Assert.Equal("aws:s3/bucket:Bucket 'mails': the embedded cloud has no such resource (docs/supported.md lists what it has)", refusal.Message);
        Assert.Empty(fixture.Cloud.Queues.All);
    }

    [Fact]
    public async Task A_program_with_an_unknown_property_stops_before_any_of_it_is_made()
    {
        var refusal = await Assert.ThrowsAsync<DeploymentException>(() => UpAsync(options =>
        {
            _ = new Queue("known", new QueueArgs { Name = "known" }, options);
            _ = new Queue("slow", new QueueArgs { Name = "slow", DelaySeconds = 5 }, options);
        }));

        Assert.Equal("aws:sqs/queue:Queue 'slow': the embedded cloud does not know the property 'delaySeconds' (docs/supported.md lists what it knows)", refusal.Message);
        Assert.Empty(fixture.Cloud.Queues.All);
    }

    [Fact]
    public async Task A_deployment_that_failed_halfway_is_gone_on_with()
    {
        fixture.Cloud.Iam.CreateRole("ses-send-flow-dev", """{"Statement":{"Effect":"Allow","Principal":{"Service":"states.amazonaws.com"},"Action":"sts:AssumeRole"}}""");
        await Assert.ThrowsAsync<DeploymentException>(() => fixture.UpAsync("dev"));
        fixture.Cloud.Iam.DeleteRole("ses-send-flow-dev");

        var second = await fixture.UpAsync("dev");

        Assert.True(second.Changes.Count(Operation.Same) > 0);
        Assert.Contains(second.Changes.Real, change => change is { Operation: Operation.Create, Type: "aws:sfn/stateMachine:StateMachine" });
        Assert.False((await fixture.UpAsync("dev")).Changes.Any());
    }

    private Task<DeployedStack> UpAsync(Action<CustomResourceOptions> declare) => StackDeployment.UpAsync(
        fixture.Cloud,
        new StackProgram(LifecycleFixture.Settings("dev"), each =>
        {
            declare(new CustomResourceOptions { ResourceTransformations = each.ResourceTransformations });
            return new Dictionary<string, object?>();
        }),
        Cancellation);

    /// <summary>How many there are of what a stack makes; what the wire lists is asked for there.</summary>
    private async Task<Dictionary<string, int>> EverythingAsync() => new()
    {
        ["state machines"] = (await fixture.CallAsync("AWSStepFunctions.ListStateMachines", []))["stateMachines"]!.AsArray().Count,
        ["tables"] = (await fixture.CallAsync("DynamoDB_20120810.ListTables", []))["TableNames"]!.AsArray().Count,
        ["queues"] = (await fixture.CallAsync("AmazonSQS.ListQueues", []))["QueueUrls"]?.AsArray().Count ?? 0,
        ["alarms"] = (await fixture.CallAsync("GraniteServiceVersion20100801.DescribeAlarms", []))["MetricAlarms"]!.AsArray().Count,
        ["dashboards"] = (await fixture.CallAsync("GraniteServiceVersion20100801.ListDashboards", []))["DashboardEntries"]!.AsArray().Count,
        ["log groups"] = (await fixture.CallAsync("Logs_20140328.DescribeLogGroups", [], "1.1"))["logGroups"]!.AsArray().Count,
        ["functions"] = (await fixture.GetAsync("/2015-03-31/functions"))["Functions"]!.AsArray().Count,
        ["identities"] = (await fixture.GetAsync("/v2/email/identities"))["EmailIdentities"]!.AsArray().Count,
        ["configuration sets"] = (await fixture.GetAsync("/v2/email/configuration-sets"))["ConfigurationSets"]!.AsArray().Count,
        ["topics"] = fixture.Cloud.Topics.All.Count(),
        ["subscriptions"] = fixture.Cloud.Topics.Subscriptions.Count(),
        ["records"] = fixture.Cloud.Zones.Records.Count,
        ["roles"] = fixture.Cloud.Iam.Roles.Count(),
        ["policies"] = fixture.Cloud.Iam.Policies.Count(),
    };
}
