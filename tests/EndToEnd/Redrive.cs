using System.Net.Http.Json;
using SesCompliance.Local;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>RedriveExecution over the wire, without a client of AWS's.</summary>
internal static class Redrive
{
    public static async Task ExecutionAsync(Cloud cloud, string executionArn)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Endpoint)
        {
            Content = JsonContent.Create(new { executionArn }, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-amz-json-1.0")),
        };
        request.Headers.Add("X-Amz-Target", "AWSStepFunctions.RedriveExecution");
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
