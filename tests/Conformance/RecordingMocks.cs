using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace SesCompliance.Tests.Conformance;

/// <summary>Keeps what reaches the mocks, in order, and answers as it is told; without an answer a resource's state is its inputs.</summary>
internal sealed class RecordingMocks : IMocks
{
    public ConcurrentQueue<MockResourceArgs> Resources { get; } = new();

    public ConcurrentQueue<MockCallArgs> Calls { get; } = new();

    public ConcurrentQueue<MockRegisterResourceOutputsRequest> Outputs { get; } = new();

    public Func<MockResourceArgs, Task<(string? Id, object State)>> Answer { get; init; } =
        args => Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));

    public Func<MockCallArgs, object> CallAnswer { get; init; } = call => throw new InvalidOperationException($"no answer for {call.Token}");

    public MockResourceArgs The(string name) => Assert.Single(Resources, resource => resource.Name == name);

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Resources.Enqueue(args);
        return await Answer(args);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Enqueue(args);
        return Task.FromResult(CallAnswer(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Enqueue(args);
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<Resource>> UpAsync(Action program) => Deployment.TestAsync(this, new TestOptions { IsPreview = false }, program);

    public Task<ImmutableArray<Resource>> PreviewAsync(Action program) => Deployment.TestAsync(this, new TestOptions { IsPreview = true }, program);
}

internal sealed class Group(string name, ResourceArgs? args = null, ComponentResourceOptions? options = null)
    : ComponentResource("test:index:Group", name, args, options)
{
    public void Finish(string key, object? value) => RegisterOutputs(new Dictionary<string, object?> { [key] = value });
}

internal sealed class GroupArgs : ResourceArgs
{
    [Input("title", required: true)]
    public Input<string> Title { get; set; } = null!;

    [Input("size")]
    public Input<int>? Size { get; set; }
}
