using System.Collections.Immutable;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.Deployment.Planning;

namespace SesCompliance.Tests.Local.Deployment;

public class PlanTests
{
    private readonly ResourceKinds kinds = ResourceKinds.Of(new PlannedServices());

    [Fact]
    public async Task A_resource_of_an_unknown_kind_stops_the_plan_by_name_and_type() => Assert.Equal(
        "aws:s3/bucket:Bucket 'mails': the embedded cloud has no such resource (docs/supported.md lists what it has)",
        (await Assert.ThrowsAsync<DeploymentException>(() => PlanAsync("aws:s3/bucket:Bucket", "mails"))).Message);

    [Fact]
    public async Task An_unknown_property_stops_the_plan_by_name() => Assert.StartsWith(
        "aws:dynamodb/table:Table 'rows': the embedded cloud does not know the property 'replicas'",
        (await Assert.ThrowsAsync<DeploymentException>(() => PlanAsync(
            "aws:dynamodb/table:Table",
            "rows",
            ("name", "rows"),
            ("hashKey", "id"),
            ("attributes", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("name", "id").Add("type", "S"))),
            ("replicas", 2d)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_function_whose_role_is_not_declared_stops_the_plan() => Assert.Contains(
        "it must be the ARN of a role that is declared",
        (await Assert.ThrowsAsync<DeploymentException>(() => PlanAsync(
            "aws:lambda/function:Function", "send", ("name", "send"), ("handler", "SendEmail"), ("role", "arn:aws:iam::000000000000:role/none")))).Message,
        StringComparison.Ordinal);

    private Task<ResourceState> PlanAsync(string type, string name, params (string Property, object Value)[] properties) => kinds.CreateAsync(
        type, name, properties.ToDictionary(property => property.Property, property => property.Value), TestContext.Current.CancellationToken);
}
