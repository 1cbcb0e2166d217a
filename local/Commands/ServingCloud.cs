using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.Deployment.Changes;

namespace SesCompliance.Local.Commands;

/// <summary>The cloud of a <c>./run serve</c> in another terminal, which deploys what it is told.</summary>
internal sealed class ServingCloud(int port) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>E.g. <c>http://127.0.0.1:4570</c>.</summary>
    public string Endpoint => client.BaseAddress!.OriginalString;

    /// <exception cref="DeploymentException">The cloud refuses, and says why; or none serves.</exception>
    public Task<StackChanges> PreviewAsync(string stack, StackFile file, CancellationToken cancellationToken) => PostAsync($"{stack}/preview", file, cancellationToken);

    /// <inheritdoc cref="PreviewAsync"/>
    public Task<StackChanges> UpAsync(string stack, StackFile file, CancellationToken cancellationToken) => PostAsync($"{stack}/up", file, cancellationToken);

    /// <inheritdoc cref="PreviewAsync"/>
    public Task<StackChanges> PreviewDestroyAsync(string stack, CancellationToken cancellationToken) => PostAsync($"{stack}/destroy-preview", null, cancellationToken);

    /// <inheritdoc cref="PreviewAsync"/>
    public Task<StackChanges> DestroyAsync(string stack, CancellationToken cancellationToken) => PostAsync($"{stack}/destroy", null, cancellationToken);

    public void Dispose() => client.Dispose();

    private async Task<StackChanges> PostAsync(string path, StackFile? file, CancellationToken cancellationToken)
    {
        var config = new JsonObject();
        foreach (var (key, value) in file?.Values ?? new Dictionary<string, string>())
        {
            config[key] = value;
        }

        try
        {
            using var response = await client.PostAsJsonAsync($"/_stack/{path}", file is null ? [] : new JsonObject { ["Config"] = config }, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return await response.Content.ReadFromJsonAsync<StackChanges>(cancellationToken) ?? throw Stranger(null);
            }

            var refusal = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
            throw (string?)refusal?["message"] is { } message ? new DeploymentException(message) : Stranger(null);
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError == HttpRequestError.ConnectionError)
        {
            throw new NotServingException(Endpoint);
        }
        catch (Exception other) when (other is HttpRequestException or System.Text.Json.JsonException)
        {
            throw Stranger(other);
        }
    }

    private DeploymentException Stranger(Exception? cause) =>
        new($"What answers at {Endpoint} is no cloud of ./run serve{(cause is null ? "" : $" ({cause.Message})")}: name its port with --port");
}
