using System.Net.Http.Headers;
using System.Net.Http.Json;
using SesCompliance.Local;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>What Step Functions can do with an execution and the product's client does not have, over the wire.</summary>
internal static class ExecutionCall
{
    public static Task RedriveAsync(Cloud cloud, string executionArn) => PostAsync(cloud, "RedriveExecution", executionArn);

    public static Task StopAsync(Cloud cloud, string executionArn) => PostAsync(cloud, "StopExecution", executionArn);

    private static async Task PostAsync(Cloud cloud, string operation, string executionArn)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Endpoint)
        {
            Content = JsonContent.Create(new { executionArn }, new MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{operation}");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
