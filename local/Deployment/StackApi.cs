using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Infra;
using SesCompliance.Local.Deployment.Changes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Deployment;

/// <summary>
/// Deployments over HTTP, for <c>./run up</c> beside a cloud that serves; AWS has nothing like it. <c>POST /_stack/STACK/preview</c> and <c>/up</c> take the
/// stack's configuration (<c>{"Config": {"ses-compliance:domain": "example.com", ...}}</c>), <c>/destroy-preview</c> and <c>/destroy</c> take nothing; each answers
/// the changes as JSON, unsigned.
/// </summary>
public static class StackApi
{
    public static AwsApi For(IServices cloud) => new AwsApi("stack")
        .AddRest("POST", "/_stack/{Stack}/preview", "Preview", (request, cancellation) =>
            AnswerAsync(() => StackDeployment.PreviewAsync(cloud, Settings(request.Input), cancellation)))
        .AddRest("POST", "/_stack/{Stack}/up", "Up", (request, cancellation) =>
            AnswerAsync(() => UpAsync(cloud, Settings(request.Input), cancellation)))
        .AddRest("POST", "/_stack/{Stack}/destroy-preview", "PreviewDestroy", (request, _) =>
            AnswerAsync(() => Task.FromResult(StackDeployment.PlanDestroy(cloud, Stack(request.Input, "PreviewDestroy")))))
        .AddRest("POST", "/_stack/{Stack}/destroy", "Destroy", (request, cancellation) =>
            AnswerAsync(() => DestroyAsync(cloud, Stack(request.Input, "Destroy"), cancellation)));

    private static async Task<StackChanges> UpAsync(IServices cloud, StackSettings settings, CancellationToken cancellationToken)
    {
        var stack = await StackDeployment.UpAsync(cloud, settings, cancellationToken);
        PastedRecords.Put(cloud.Zones, stack);
        return stack.Changes;
    }

    private static async Task<StackChanges> DestroyAsync(IServices cloud, string stack, CancellationToken cancellationToken)
    {
        var changes = await StackDeployment.DestroyAsync(cloud, stack, cancellationToken);
        PastedRecords.Remove(cloud.Zones, stack);
        return changes;
    }

    private static string Stack(JsonObject input, string operation)
    {
        input.RefuseOthers(operation, "BadRequestException", "Stack");
        return input.RequiredText("Stack");
    }

    private static StackSettings Settings(JsonObject input)
    {
        input.RefuseOthers("A deployment", "BadRequestException", "Stack", "Config");
        var config = input.Structure("Config") ?? throw new AwsException("BadRequestException", "Config is missing: the stack's configuration by key");
        var values = config.ToDictionary(entry => entry.Key, entry => config.RequiredText(entry.Key));
        return StackDeployment.Settings(input.RequiredText("Stack"), StackFile.Of(values));
    }

    private static async Task<AwsResponse> AnswerAsync(Func<Task<StackChanges>> deploy)
    {
        try
        {
            return new AwsResponse((JsonObject)JsonSerializer.SerializeToNode(await deploy())!);
        }
        catch (DeploymentException mistake)
        {
            throw new AwsException("DeploymentRefused", mistake.Message);
        }
    }
}
