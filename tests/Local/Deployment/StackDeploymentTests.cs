using SesCompliance.Local;
using SesCompliance.Local.Deployment;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Local.Deployment;

public class StackDeploymentTests(CloudFixture fixture)
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void The_committed_stack_files_are_valid(string stack)
    {
        var settings = StackDeployment.Settings(stack, StackFile.Read(Path.Combine(Repository.Root, $"Pulumi.{stack}.yaml")));

        Assert.Equal(stack, settings.Stack);
        Assert.Equal(stack == "prod", settings.Protect);
    }

    [Fact]
    public void The_tree_shows_each_resource_under_its_component()
    {
        var feedback = Assert.Single(fixture.Open.Stack.Resources.Roots, node => node.Name == "feedback");
        var handler = Assert.Single(feedback.Children, node => node is { Name: "ses-notification-handler", IsComponent: true });

        Assert.Contains(handler.Children, node => node.Kind == "Function");
        Assert.Contains(feedback.Children, node => node.Kind == "Topic");
    }

    [Fact]
    public async Task A_resource_whose_name_is_taken_stops_the_deployment()
    {
        await using var cloud = await Cloud.StartAsync(new CloudOptions(), TestContext.Current.CancellationToken);
        cloud.Iam.CreateRole("ses-send-flow-open", """{"Statement":{"Effect":"Allow","Principal":{"Service":"states.amazonaws.com"},"Action":"sts:AssumeRole"}}""");

        var refusal = await Assert.ThrowsAsync<DeploymentException>(
            () => StackDeployment.UpAsync(cloud, fixture.Open.Stack.Settings, TestContext.Current.CancellationToken));

        Assert.Equal("aws:iam/role:Role 'send-flow': EntityAlreadyExists: Role with name ses-send-flow-open already exists.", refusal.Message);
    }

    [Fact]
    public void Every_function_is_deployed_with_a_role_that_exists() => Assert.All(
        fixture.Cloud.Lambda.Functions, function => Assert.Contains(fixture.Cloud.Iam.Roles, role => role.Arn == function.Configuration.RoleArn));
}
