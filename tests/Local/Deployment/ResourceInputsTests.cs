using System.Collections.Immutable;
using SesCompliance.Local.Deployment;

namespace SesCompliance.Tests.Local.Deployment;

public class ResourceInputsTests
{
    [Fact]
    public void A_property_that_nobody_reads_is_refused_by_name()
    {
        var inputs = Inputs(("name", "q"), ("fifoQueue", true));
        inputs.Text("name");

        Assert.Equal(
            "aws:sqs/queue:Queue 'q': the embedded cloud does not know the property 'fifoQueue' (docs/supported.md lists what it knows)",
            Assert.Throws<DeploymentException>(inputs.EnsureAllRead).Message);
    }

    [Fact]
    public void A_property_of_a_part_that_nobody_reads_is_refused_with_its_path()
    {
        var inputs = Inputs(("ttl", ImmutableDictionary<string, object>.Empty.Add("enabled", true).Add("grace", 3d)));
        inputs.Part("ttl")!.Flag("enabled");

        Assert.StartsWith("aws:sqs/queue:Queue 'q'.ttl: the embedded cloud does not know the property 'grace'", Assert.Throws<DeploymentException>(inputs.EnsureAllRead).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_another_type_is_refused_with_the_rule() => Assert.Equal(
        "aws:sqs/queue:Queue 'q': name is '3': it must be a string", Assert.Throws<DeploymentException>(() => Inputs(("name", 3d)).Text("name")).Message);

    [Fact]
    public void A_value_that_the_cloud_has_nothing_for_is_refused() => Assert.Equal(
        "aws:sqs/queue:Queue 'q': type is 'EXPRESS': it must be STANDARD",
        Assert.Throws<DeploymentException>(() => Inputs(("type", "EXPRESS")).Only("type", "STANDARD")).Message);

    [Fact]
    public void A_missing_property_is_named() => Assert.Equal(
        "aws:sqs/queue:Queue 'q': name is missing", Assert.Throws<DeploymentException>(() => Inputs().RequiredText("name")).Message);

    private static ResourceInputs Inputs(params (string Name, object Value)[] values) =>
        new("aws:sqs/queue:Queue 'q'", values.ToDictionary(value => value.Name, value => value.Value));
}
