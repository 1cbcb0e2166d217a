using SesCompliance.Local.Deployment;

namespace SesCompliance.Tests.Local.Deployment;

public sealed class StackFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stack-file").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Values_are_read_by_their_whole_key()
    {
        var file = Read("config:\n  aws:region: us-east-1\n  ses-compliance:protect: true\n  ses-compliance:alertEmails: [a@example.com, b@example.com]\n");

        Assert.Equal("us-east-1", file.Get("aws:region"));
        Assert.Equal("true", file.Get("ses-compliance:protect"));
        Assert.Equal("""["a@example.com","b@example.com"]""", file.Get("ses-compliance:alertEmails"));
        Assert.Null(file.Get("ses-compliance:domain"));
    }

    [Fact]
    public void A_key_without_a_namespace_is_the_project_s() =>
        Assert.Equal("example.com", Read("config:\n  domain: example.com\n").Get("ses-compliance:domain"));

    [Fact]
    public void A_key_that_stands_with_and_without_its_namespace_is_refused() => Assert.Contains(
        "Pulumi.dev.yaml: ses-compliance:domain stands twice", Assert.Throws<DeploymentException>(() => Read("config:\n  domain: a.example\n  ses-compliance:domain: b.example\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_named() => Assert.Contains(
        "is missing: a stack's configuration stands in Pulumi.STACK.yaml", Assert.Throws<DeploymentException>(() => StackFile.Read(Path.Combine(folder, "Pulumi.none.yaml"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_files_message_names_the_stacks_that_are_there()
    {
        Read("config: {}");
        File.WriteAllText(Path.Combine(folder, "Pulumi.prod.yaml"), "");

        Assert.EndsWith("(stacks here: dev, prod)", Assert.Throws<DeploymentException>(() => StackFile.Read(Path.Combine(folder, "Pulumi.none.yaml"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config: 3", "config")]
    [InlineData("config:\n  - a", "config")]
    [InlineData("- config", "the file")]
    public void What_is_no_mapping_is_refused(string text, string part) => Assert.EndsWith(
        $": {part} must be a mapping of keys to values", Assert.Throws<DeploymentException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_key_that_stands_twice_is_refused() => Assert.Contains(
        "Pulumi.dev.yaml, line 3: ", Assert.Throws<DeploymentException>(() => Read("config:\n  ses-compliance:domain: a.example\n  ses-compliance:domain: b.example\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void The_keys_of_a_namespace_are_listed_without_it() =>
        Assert.Equal(["domain"], Read("config:\n  aws:region: us-east-1\n  ses-compliance:domain: example.com\n").Keys("ses-compliance"));

    [Fact]
    public void What_is_no_YAML_is_refused_with_its_line() => Assert.Contains(
        "Pulumi.dev.yaml, line ", Assert.Throws<DeploymentException>(() => Read("config:\n\t- x")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_secret_is_refused_by_its_key() => Assert.Contains(
        "ses-compliance:token is encrypted", Assert.Throws<DeploymentException>(() => Read("config:\n  ses-compliance:token:\n    secure: v1:abc\n")).Message, StringComparison.Ordinal);

    private StackFile Read(string text)
    {
        var path = Path.Combine(folder, "Pulumi.dev.yaml");
        File.WriteAllText(path, text);
        return StackFile.Read(path);
    }
}
