using SesCompliance.Infra;
using SesCompliance.Local;
using SesCompliance.Local.Deployment;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>Deploys the Pulumi program into a test's cloud.</summary>
internal static class TestStack
{
    /// <param name="config">Keys as in a stack's file, without the namespace; what is not named suits a test.</param>
    public static async Task<StackClient> DeployAsync(Cloud cloud, string stack, params (string Key, string Value)[] config)
    {
        var values = new Dictionary<string, string>
        {
            ["domain"] = "example.com",
            ["fromAddress"] = "verify@example.com",
            ["identityMode"] = "reference",
            ["awaitFeedbackSeconds"] = "20",
        };
        foreach (var (key, value) in config)
        {
            values[key] = value;
        }

        var deployed = await StackDeployment.UpAsync(cloud, StackSettings.Parse(stack, values.GetValueOrDefault), CancellationToken.None);
        return new StackClient(cloud, deployed);
    }
}
