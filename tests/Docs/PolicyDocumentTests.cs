using System.Text.Encodings.Web;
using System.Text.Json;
using SesCompliance.Local;
using SesCompliance.Tests.Infra;

namespace SesCompliance.Tests.Docs;

/// <summary>docs/iam shows the policies that the stack declares. With UPDATE_DOCS=1 in the environment these tests write them.</summary>
[Collection(nameof(PulumiProgram))]
public class PolicyDocumentTests
{
    private const string Stack = "prod";

    /// <summary>AWS's own example of an account; with region, stack and domain it is what a reader replaces.</summary>
    private const string ExampleAccount = "123456789012";
    private const string ExampleRegion = "us-east-1";

    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "iam");

    [Theory]
    [InlineData("bot")]
    [InlineData("operator-read")]
    [InlineData("operator-write")]
    public async Task A_page_shows_the_policy_as_it_is_declared(string name)
    {
        var stack = await StackUnderTest.DeclareAsync(Stack);
        var declared = Text(stack.The("aws:iam/policy:Policy", name));
        var file = Path.Combine(Folder, $"{name}.json");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(file, declared, TestContext.Current.CancellationToken);
        }

        Assert.Equal(declared, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_managed_policy_has_a_page_and_the_list_of_pages_names_it()
    {
        var stack = await StackUnderTest.DeclareAsync(Stack);
        var policies = stack.All("aws:iam/policy:Policy").ToList();
        var list = await File.ReadAllTextAsync(Path.Combine(Folder, "README.md"), TestContext.Current.CancellationToken);

        Assert.Equal(policies.Select(policy => $"{policy.Name}.json").Order(StringComparer.Ordinal), Directory.GetFiles(Folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(policies, policy => Assert.Contains(
            $"| [{policy.Name}.json]({policy.Name}.json) | `{policy.Text("name").Replace($"-{Stack}", "-<stack>", StringComparison.Ordinal)}` |", list, StringComparison.Ordinal));
        Assert.All(policies.SelectMany(policy => policy.Json("policy").GetProperty("Statement").EnumerateArray()), statement => Assert.Contains($"`{statement.GetProperty("Sid").GetString()}`", list, StringComparison.Ordinal));
    }

    private static string Text(DeclaredResource policy) => JsonSerializer.Serialize(policy.Json("policy"), Pretty)
        .Replace(StrictMocks.Account, ExampleAccount, StringComparison.Ordinal)
        .Replace(StrictMocks.Region, ExampleRegion, StringComparison.Ordinal) + "\n";
}
