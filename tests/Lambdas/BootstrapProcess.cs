using System.Diagnostics;
using System.Net;
using System.Text;

namespace SesCompliance.Tests.Lambdas;

/// <summary>The functions' program as Lambda runs it: a process of its own, and the Runtime API with one invocation for it.</summary>
public sealed class BootstrapProcess : IDisposable
{
    private readonly HttpListener runtimeApi = new();
    private readonly Process process;
    private readonly TaskCompletionSource<(string Path, string Body)> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BootstrapProcess(string? handler, string payload = "{}", params (string Key, string Value)[] environment)
    {
        var port = FreePort();
        runtimeApi.Prefixes.Add($"http://127.0.0.1:{port}/");
        runtimeApi.Start();
        _ = Task.Run(() => ServeAsync(payload));

        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "bootstrap.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = $"127.0.0.1:{port}";
        start.Environment["AWS_LAMBDA_FUNCTION_NAME"] = "function";
        start.Environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "256";
        start.Environment["_HANDLER"] = handler;
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        process = Process.Start(start)!;
    }

    /// <summary>What the program told the Runtime API first: a response, an error or that it can't start.</summary>
    public Task<(string Path, string Body)> Outcome => outcome.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);

    public async Task<(int ExitCode, string Error)> EndedAsync()
    {
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error);
    }

    public async Task<string> OutputAsync()
    {
        process.Kill();
        return await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
        runtimeApi.Close();
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync(string payload)
    {
        var served = false;
        while (runtimeApi.IsListening)
        {
            var context = await runtimeApi.GetContextAsync();
            var path = context.Request.Url!.AbsolutePath;
            if (!path.EndsWith("/next", StringComparison.Ordinal))
            {
                using var reader = new StreamReader(context.Request.InputStream);
                outcome.TrySetResult((path, await reader.ReadToEndAsync()));
                context.Response.StatusCode = 202;
                context.Response.Close("{\"status\":\"OK\"}"u8.ToArray(), willBlock: false);
            }
            else if (!served)
            {
                served = true;
                context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = "request-1";
                context.Response.Headers["Lambda-Runtime-Deadline-Ms"] =
                    TimeProvider.System.GetUtcNow().AddSeconds(20).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
                context.Response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:eu-west-1:123456789012:function:function";
                context.Response.Close(Encoding.UTF8.GetBytes(payload), willBlock: false);
            }
        }
    }
}
