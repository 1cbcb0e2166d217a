using System.Text.Json;
using SesCompliance.Infra;
using SesCompliance.Local;
using SesCompliance.Local.Deployment;

namespace SesCompliance.Tests.Ops.VerifyDns;

/// <summary>The records that the stack itself declares, deployed into a cloud of its own and asked for over DNS, with SES's view of the identity.</summary>
public class DeployedZoneTests
{
    [Fact]
    public async Task What_the_stack_declares_passes_in_every_point()
    {
        await using var cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { } }, TestContext.Current.CancellationToken);
        var values = new Dictionary<string, string> { ["domain"] = "example.com", ["fromAddress"] = "verify@example.com", ["hostedZone"] = "Z0123456789ABCDEFGHIJ" };
        await StackDeployment.UpAsync(cloud, StackSettings.Parse("dev", values.GetValueOrDefault), TestContext.Current.CancellationToken);
        string[] asked = ["--nameserver", cloud.NameServer.EndPoint.ToString(), "--json"];

        var run = await OpsRun.TextAsync(cloud.Endpoint, "dev", ["verify-dns", "example.com", .. asked]);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        var checks = JsonDocument.Parse(run.Output).RootElement.GetProperty("checks").EnumerateArray().ToList();
        Assert.All(checks, check => Assert.Equal("pass", check.GetProperty("verdict").GetString()));
        Assert.Equal(["DKIM", "SPF", "MAIL FROM", "DMARC", "SES"], checks.Select(check => check.GetProperty("group").GetString()).Distinct());
        Assert.Equal(3, checks.Count(check => check.GetProperty("group").GetString() == "DKIM" && check.GetProperty("found").GetString()!.Contains("RSA key of 2048 bits", StringComparison.Ordinal)));

        var other = await OpsRun.TextAsync(cloud.Endpoint, "dev", ["verify-dns", "example.org", .. asked]);

        Assert.Contains("this account has no identity example.org in us-east-1", other.Output, StringComparison.Ordinal);
    }
}
