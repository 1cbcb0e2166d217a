using SesCompliance.Local;
using SesCompliance.Local.Deployment;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Local;

/// <summary>docs/supported.md says what the embedded cloud knows: no more and no less.</summary>
public class SupportedTests(CloudFixture fixture)
{
    private static readonly string[] Document = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "supported.md"));

    [Fact]
    public void Every_operation_of_every_service_is_listed_and_no_other() => Assert.Equal(
        fixture.Cloud.Apis.OrderBy(api => api.SigningName, StringComparer.Ordinal)
            .Select(api => $"| `{api.SigningName}` | {string.Join(", ", api.Operations.Keys.Order(StringComparer.Ordinal))} |"),
        Document.Where(line => line.StartsWith("| `", StringComparison.Ordinal) && !line.Contains("aws:", StringComparison.Ordinal)));

    [Fact]
    public void Every_resource_type_is_listed_and_no_other() => Assert.Equal(
        ResourceKinds.Of(fixture.Cloud).Types,
        Document.Where(line => line.StartsWith("| `aws:", StringComparison.Ordinal)).Select(line => line.Split('`')[1]));
}
