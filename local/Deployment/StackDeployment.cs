using Pulumi;
using Pulumi.Testing;
using SesCompliance.Infra;
using SesCompliance.Local.Deployment.Planning;

namespace SesCompliance.Local.Deployment;

/// <summary>Runs the Pulumi program and makes what it declares, in the embedded cloud.</summary>
public static class StackDeployment
{
    // Pulumi's TestAsync does not support runs in parallel.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>The stack's settings from its file. The functions run on this machine, so the architecture is this machine's.</summary>
    /// <exception cref="DeploymentException">The file or a value in it is wrong.</exception>
    public static StackSettings Settings(string stack, StackFile file) => DeclaredSettings(stack, file) with { Architecture = MachineArchitecture };

    /// <summary>The stack's settings as its file has them, which are those that <c>pulumi up</c> takes.</summary>
    /// <exception cref="DeploymentException">The file or a value in it is wrong.</exception>
    public static StackSettings DeclaredSettings(string stack, StackFile file)
    {
        try
        {
            return StackSettings.Parse(stack, key => file.Get($"{StackSettings.Namespace}:{key}"), file.Keys(StackSettings.Namespace));
        }
        catch (RunException mistake)
        {
            throw new DeploymentException(mistake.Message);
        }
    }

    /// <summary>Checks everything that the program declares as <see cref="UpAsync"/> would, and starts nothing.</summary>
    /// <returns>The stack with those outputs that are known before anything is made.</returns>
    /// <exception cref="DeploymentException">Names the resource, the property and the rule.</exception>
    public static async Task<DeployedStack> PlanAsync(StackSettings settings, CancellationToken cancellationToken)
    {
        await using var services = new PlannedServices();
        var stack = await UpAsync(services, settings, cancellationToken);
        return stack with
        {
            Outputs = stack.Outputs.Where(output => !output.Value.Contains(PlannedServices.UnknownEndpoint, StringComparison.Ordinal)).ToDictionary(),
        };
    }

    /// <exception cref="DeploymentException">Names the resource, the property and the rule.</exception>
    public static async Task<DeployedStack> UpAsync(IServices cloud, StackSettings settings, CancellationToken cancellationToken)
    {
        if (settings.IdentityMode == IdentityMode.Reference && cloud.Ses.Identities.All.All(identity => identity.Name != settings.Domain))
        {
            // Somebody else's, in an account that has just begun to exist.
            cloud.Ses.Identities.Create(settings.Domain);
        }

        if (settings.Dns?.HostedZone is { } zone)
        {
            // The program declares records in it, not the zone: the domain's owner has it already.
            cloud.Zones.Ensure(zone, settings.Domain);
        }

        var mocks = new CloudMocks(ResourceKinds.Of(cloud), cancellationToken);
        var tree = new ResourceTree();
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            var (_, outputs) = await Pulumi.Deployment.TestAsync(
                mocks,
                new TestOptions { ProjectName = StackSettings.Namespace, StackName = settings.Stack, IsPreview = false },
                () => ComplianceStack.Declare(settings, new ComponentResourceOptions { ResourceTransformations = { tree.Watch } }));
            return new DeployedStack(settings, tree, await OutputValues.OfAsync(outputs));
        }
        catch (Exception) when (mocks.Failure is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure); throw;
        }
        catch (RunException mistake)
        {
            throw new DeploymentException(mistake.Message);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static string MachineArchitecture =>
        System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x86_64";
}

/// <param name="Outputs">The stack's outputs, resolved.</param>
public sealed record DeployedStack(StackSettings Settings, ResourceTree Resources, IReadOnlyDictionary<string, string> Outputs);
