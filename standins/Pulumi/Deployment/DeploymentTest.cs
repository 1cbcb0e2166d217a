using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

// Running against mocks: the seam for tests, and for anything else that wants to see what a program declares.
public sealed partial class Deployment
{
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => TestAsync(mocks, options, () => new TStack());

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources) =>
        Split(await TestAsync(testMocks, testOptions, () => new TestStack(createResources)).ConfigureAwait(false));

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        Split(await TestAsync(testMocks, testOptions, () => new TestStack(createResources)).ConfigureAwait(false));

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources) =>
        (await TestAsync(testMocks, testOptions, WithoutOutputsAsync(createResources)).ConfigureAwait(false)).Resources;

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        (await TestAsync(testMocks, testOptions, WithoutOutputs(createResources)).ConfigureAwait(false)).Resources;

    // Async, so that the running deployment is this call's own and not its caller's.
    private static async Task<ImmutableArray<Resource>> TestAsync(IMocks mocks, TestOptions? options, Func<Stack> createStack)
    {
        var monitor = new MockMonitor(mocks);
        var deployment = new Deployment(monitor, options);
        Instance = new(deployment);
        await deployment.Runner.RunAsync(createStack).ConfigureAwait(false);
        return deployment.Runner.Errors switch
        {
            [] => monitor.Resources,
            [var error] => throw new RunException(error),
            var errors => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }

    private static (ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs) Split(ImmutableArray<Resource> resources) =>
        (resources.RemoveAll(resource => resource is TestStack), resources.OfType<TestStack>().Single().Results);

    private static Func<IDictionary<string, object?>> WithoutOutputs(Action createResources) => () =>
    {
        createResources();
        return new Dictionary<string, object?>();
    };

    private static Func<Task<IDictionary<string, object?>>> WithoutOutputsAsync(Func<Task> createResources) => async () =>
    {
        await createResources().ConfigureAwait(false);
        return new Dictionary<string, object?>();
    };
}
