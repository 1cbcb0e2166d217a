using System.Text.Json;
using SesCompliance.Lambdas;
using SesCompliance.Lambdas.Requests;

namespace SesCompliance.Tests.Lambdas;

/// <summary>Requests to send, with an id of their own unless a test names one.</summary>
public static class FlowRequests
{
    public static string NewId() => "send-" + Guid.NewGuid().ToString("N")[..12];

    public static FlowTask Task(string? sendId = null, string json = """{"to": "User@Example.com", "subject": "Your code", "text": "secret 1234"}""")
    {
        using var document = JsonDocument.Parse(json);
        return new FlowTask(sendId ?? NewId(), document.RootElement.Clone());
    }

    public static SendRequest Request(string? sendId = null)
    {
        var task = Task(sendId);
        return SendRequestParser.Parse(task.SendId, task.Request);
    }
}
