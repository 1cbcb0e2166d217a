using Pulumi;
using SesCompliance.Infra;
using SesCompliance.Local.Deployment.Changes;
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
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            var stack = await PlanAsync(StackProgram.Of(settings), null, cancellationToken);
            return stack with
            {
                Outputs = stack.Outputs.Where(output => !output.Value.Contains(PlannedServices.UnknownEndpoint, StringComparison.Ordinal)).ToDictionary(),
            };
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>What <see cref="UpAsync(IServices, StackSettings, CancellationToken)"/> would do in the cloud; does none of it.</summary>
    /// <exception cref="DeploymentException">Names the resource, the property and the rule.</exception>
    public static async Task<StackChanges> PreviewAsync(IServices cloud, StackSettings settings, CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            return (await PlanAsync(StackProgram.Of(settings), cloud, cancellationToken)).Changes;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Makes the cloud what the program says: creates, updates, replaces and deletes, and says what it did.</summary>
    /// <exception cref="DeploymentException">Names the resource, the property and the rule. A mistake that can be seen beforehand leaves the cloud as it was.</exception>
    public static Task<DeployedStack> UpAsync(IServices cloud, StackSettings settings, CancellationToken cancellationToken) =>
        UpAsync(cloud, StackProgram.Of(settings), cancellationToken);

    internal static async Task<DeployedStack> UpAsync(IServices cloud, StackProgram program, CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            var deployed = cloud.Checkpoints.Of(program.Settings.Stack);
            await PlanAsync(program, cloud, cancellationToken);

            Prepare(cloud, program.Settings);
            var tree = new ResourceTree();
            var step = new ApplyStep(ResourceKinds.Of(cloud), deployed, tree, program.Settings.Stack);
            var outputs = await program.RunAsync(step, tree, cancellationToken);
            return new DeployedStack(program.Settings, tree, outputs) { Changes = await step.FinishAsync(cancellationToken) };
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Deletes every resource of a stack, those first that nothing hangs on.</summary>
    /// <exception cref="DeploymentException">A resource is protected, and then nothing is deleted; or its service refuses.</exception>
    public static async Task<StackChanges> DestroyAsync(IServices cloud, string stack, CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            PlanDestroy(cloud, stack);
            var deployed = cloud.Checkpoints.Of(stack);
            return new StackChanges(stack, await ApplyStep.DeleteAsync(ResourceKinds.Of(cloud), deployed, deployed.Resources, cancellationToken));
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>What <see cref="DestroyAsync"/> would delete.</summary>
    /// <exception cref="DeploymentException">A resource is protected.</exception>
    public static StackChanges PlanDestroy(IServices cloud, string stack)
    {
        var resources = cloud.Checkpoints.Of(stack).Resources;
        Protection.Demand(resources, "deleted");
        return new StackChanges(stack, [.. resources.Reverse().Select(ResourceChange.Deletion)]);
    }

    private static async Task<DeployedStack> PlanAsync(StackProgram program, IServices? cloud, CancellationToken cancellationToken)
    {
        await using var services = new PlannedServices(cloud?.Endpoint ?? PlannedServices.UnknownEndpoint);
        Prepare(services, program.Settings, program.Settings.Dns?.HostedZone is { } zone ? cloud?.Zones.Domain(zone) : null);
        var tree = new ResourceTree();
        var step = new PlanStep(ResourceKinds.Of(services), cloud?.Checkpoints.Of(program.Settings.Stack) ?? new Checkpoint(), tree, program.Settings.Stack);
        var outputs = await program.RunAsync(step, tree, cancellationToken);
        return new DeployedStack(program.Settings, tree, outputs) { Changes = step.Changes() };
    }

    /// <summary>Makes what the program takes for given, in an account that has just begun to exist.</summary>
    /// <param name="zoneDomain">The domain of the zone that there is already; null: there is none.</param>
    private static void Prepare(IServices services, StackSettings settings, string? zoneDomain = null)
    {
        if (settings.IdentityMode == IdentityMode.Reference && services.Ses.Identities.All.All(identity => identity.Name != settings.Domain))
        {
            services.Ses.Identities.Create(settings.Domain);
        }

        if (settings.Dns?.HostedZone is { } zone)
        {
            // The program declares records in it, not the zone: the domain's owner has it already.
            services.Zones.Ensure(zone, zoneDomain ?? settings.Domain);
        }
    }

    private static string MachineArchitecture =>
        System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "x86_64";
}

/// <param name="Outputs">The stack's outputs, resolved.</param>
public sealed record DeployedStack(StackSettings Settings, ResourceTree Resources, IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>What the deployment did with each resource.</summary>
    public required StackChanges Changes { get; init; }
}
