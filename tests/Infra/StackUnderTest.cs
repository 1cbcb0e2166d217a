using Pulumi;
using Pulumi.Testing;
using SesCompliance.Infra;

namespace SesCompliance.Tests.Infra;

/// <summary>The stack as the program declares it with some configuration, on Pulumi's own test seam.</summary>
internal sealed class StackUnderTest
{
    private StackUnderTest(IReadOnlyList<DeclaredResource> resources, IDictionary<string, object?> outputs)
    {
        Resources = resources;
        Outputs = outputs;
    }

    public IReadOnlyList<DeclaredResource> Resources { get; }

    public IDictionary<string, object?> Outputs { get; }

    public static async Task<StackUnderTest> DeclareAsync(string stack = "dev", params (string Key, string Value)[] config)
    {
        var values = new Dictionary<string, string> { ["domain"] = "example.com", ["fromAddress"] = "verify@example.com" };
        foreach (var (key, value) in config)
        {
            values[key] = value;
        }

        var mocks = new StrictMocks();
        var options = new Dictionary<(string Type, string Name), (string? Parent, bool Protect)>();
        var (_, outputs) = await Deployment.TestAsync(
            mocks,
            new TestOptions { ProjectName = StackSettings.Namespace, StackName = stack, IsPreview = false },
            () => ComplianceStack.Declare(
                StackSettings.Parse(stack, values.GetValueOrDefault),
                new ComponentResourceOptions
                {
                    ResourceTransformations =
                    {
                        resource =>
                        {
                            lock (options)
                            {
                                options.Add(
                                    (resource.Resource.GetResourceType(), resource.Resource.GetResourceName()),
                                    (resource.Options.Parent?.GetResourceName(), resource.Options.Protect == true));
                            }

                            return null;
                        },
                    },
                }));
        return new StackUnderTest(
            [.. mocks.Declared.Select(resource =>
            {
                var (parent, protect) = options[(resource.Type, resource.Name)];
                return resource with { Parent = parent, Protect = protect };
            })],
            outputs);
    }

    public IEnumerable<DeclaredResource> All(string type) => Resources.Where(resource => resource.Type == type);

    public DeclaredResource The(string type, string name) => Assert.Single(All(type), resource => resource.Name == name);
}
