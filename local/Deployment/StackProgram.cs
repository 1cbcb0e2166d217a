using Pulumi;
using Pulumi.Testing;
using SesCompliance.Infra;

namespace SesCompliance.Local.Deployment;

/// <summary>The Pulumi program of one stack, to be run as often as a deployment needs it.</summary>
/// <param name="Declare">Declares the resources and returns the outputs; takes the options that every component must have.</param>
internal sealed record StackProgram(StackSettings Settings, Func<ComponentResourceOptions, IDictionary<string, object?>> Declare)
{
    public static StackProgram Of(StackSettings settings) => new(settings, each => ComplianceStack.Declare(settings, each));

    /// <summary>Runs the program; each resource that it registers goes through the step. Only one runs at a time: Pulumi's TestAsync does not support more.</summary>
    /// <returns>The outputs, resolved.</returns>
    /// <exception cref="DeploymentException">Names the resource, the property and the rule.</exception>
    public async Task<IReadOnlyDictionary<string, string>> RunAsync(IResourceStep step, ResourceTree tree, CancellationToken cancellationToken)
    {
        var mocks = new CloudMocks(step, cancellationToken);
        try
        {
            var (_, outputs) = await Pulumi.Deployment.TestAsync(
                mocks,
                new TestOptions { ProjectName = StackSettings.Namespace, StackName = Settings.Stack, IsPreview = false },
                () => Declare(new ComponentResourceOptions { ResourceTransformations = { tree.Watch } }));
            return await OutputValues.OfAsync(outputs);
        }
        catch (Exception) when (mocks.Failure is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            throw;
        }
        catch (RunException mistake)
        {
            throw new DeploymentException(mistake.Message);
        }
    }
}
