using System.Text.Json;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace SesCompliance.Tests.Conformance;

/// <summary>How a program reads its stack's configuration: the same on the stand-in and on the official SDK.</summary>
[Collection(PulumiConfigTests.Variable)]
public sealed class PulumiConfigTests : IDisposable
{
    public const string Variable = "PULUMI_CONFIG";
    private readonly string? before = Environment.GetEnvironmentVariable(Variable);

    public PulumiConfigTests() => Environment.SetEnvironmentVariable(Variable, JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["conformance:text"] = "t",
        ["conformance:number"] = "42",
        ["conformance:half"] = "0.5",
        ["conformance:flag"] = "true",
        ["conformance:list"] = "[1,2]",
        ["conformance:config:old"] = "o",
    }));

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, before);

    [Fact]
    public async Task Values_are_read_by_type() => await RunAsync(config =>
    {
        Assert.Equal(("t", 42, 0.5, true), (config.Get("text"), config.GetInt32("number"), config.GetDouble("half"), config.GetBoolean("flag")));
        Assert.Equal(("t", 42, 0.5, true), (config.Require("text"), config.RequireInt32("number"), config.RequireDouble("half"), config.RequireBoolean("flag")));
        Assert.Equal([1, 2], config.GetObject<int[]>("list")!);
        Assert.Equal([1, 2], config.RequireObject<int[]>("list"));
        Assert.Equal("o", config.Get("old"));
    });

    [Fact]
    public async Task Absent_values_are_null() => await RunAsync(config =>
    {
        Assert.Null(config.Get("absent"));
        Assert.Null(config.GetSecret("absent"));
        Assert.Null(config.GetInt32("absent"));
        Assert.Null(config.GetDouble("absent"));
        Assert.Null(config.GetBoolean("absent"));
        Assert.Null(config.GetObject<int[]>("absent"));
    });

    [Fact]
    public async Task Secrets_are_outputs_that_are_secret() => await RunAsync(config =>
    {
        var secret = config.RequireSecret("text");
        Assert.Equal((true, "t"), (Output.IsSecretAsync(secret).Result, OutputUtilities.GetValueAsync(secret).Result));
    });

    [Theory]
    [InlineData("absent")]
    [InlineData("text")]
    public async Task A_missing_or_wrong_value_ends_the_run_and_names_the_key(string key)
    {
        Action<Config>[] reads = [c => c.RequireInt32(key), c => c.RequireDouble(key), c => c.RequireBoolean(key), c => c.RequireObject<int[]>(key)];
        foreach (var read in reads)
        {
            var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(read));
            Assert.Contains($"conformance:{key}", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_name_the_project_s_values_are_read() => await RunAsync(_ => Assert.Equal("t", new Config().Get("text")));

    private static async Task RunAsync(Action<Config> test) => await Deployment.TestAsync(
        new RecordingMocks(), new TestOptions { ProjectName = "conformance" }, () => test(new Config("conformance")));
}
