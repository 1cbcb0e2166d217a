using Pulumi;
using Pulumi.Testing;
using SesCompliance.Infra;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Infra;

/// <summary>The configuration as Pulumi's engine hands it over: in a variable of the environment, which one class at a time may set.</summary>
[Collection(PulumiConfigTests.Variable)]
public sealed class EngineConfigurationTests : IDisposable
{
    private readonly string? before = Environment.GetEnvironmentVariable(PulumiConfigTests.Variable);

    public void Dispose() => Environment.SetEnvironmentVariable(PulumiConfigTests.Variable, before);

    [Fact]
    public async Task An_unknown_key_is_refused_under_Pulumis_engine_too()
    {
        Environment.SetEnvironmentVariable(
            PulumiConfigTests.Variable, """{"aws:region": "us-east-1", "ses-compliance:domain": "example.com", "ses-compliance:fromAdress": "verify@example.com"}""");
        RunException? refusal = null;

        await Deployment.TestAsync(new StrictMocks(), new TestOptions { StackName = "dev" }, () => { refusal = Assert.Throws<RunException>(StackSettings.Load); });

        Assert.Equal(
            [
                "ses-compliance:fromAddress is missing in stack 'dev': it must be one plain address, such as verify@example.com (pulumi config set ses-compliance:fromAddress ...)",
                "ses-compliance:fromAdress is unknown in stack 'dev': did you mean fromAddress?",
            ],
            refusal!.Message.Split(Environment.NewLine));
    }
}
