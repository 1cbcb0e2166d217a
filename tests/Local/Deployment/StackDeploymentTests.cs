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
    public async Task Deploying_a_stack_twice_is_refused_by_the_resource_that_is_there()
    {
        var refusal = await Assert.ThrowsAsync<DeploymentException>(
            () => StackDeployment.UpAsync(fixture.Cloud, fixture.Open.Stack.Settings, TestContext.Current.CancellationToken));

        Assert.Matches("^aws:[a-z0-9]+/[A-Za-z]+:[A-Za-z]+ '[a-z-]+': ", refusal.Message);
    }

    [Fact]
    public void Every_function_is_deployed_with_a_role_that_exists() => Assert.All(
        fixture.Cloud.Lambda.Functions, function => Assert.Contains(fixture.Cloud.Iam.Roles, role => role.Arn == function.Configuration.RoleArn));
}
