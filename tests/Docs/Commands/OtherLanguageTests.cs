using System.Reflection;
using System.Text.Json;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>Blocks of other languages are what they say: C# compiles in a bot's module, Python compiles, JSON is JSON.</summary>
[Trait("Pace", "slow")]
public sealed class OtherLanguageTests
{
    private static readonly string Compiler = Path.Combine(
        typeof(OtherLanguageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "CompilerFolder").Value!, "bincore", "csc.dll");

    public static TheoryData<string> CSharpPages => Pages("csharp");

    public static TheoryData<string> PythonPages => Pages("python");

    public static TheoryData<string> JsonPages => Pages("json");

    [Theory]
    [MemberData(nameof(CSharpPages))]
    public async Task CSharp_compiles(string page) => Assert.Equal("", await CompileAsync(Blocks(page, "csharp")));

    [Fact]
    public async Task CSharp_that_the_sample_does_not_have_is_found() => Assert.Contains(
        "page.md(3,", await CompileAsync([new Fence("page.md", 2, "csharp", "", "Task M() => verification.SendMailAsync();")]), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(PythonPages))]
    public async Task Python_compiles(string page)
    {
        foreach (var fence in Blocks(page, "python"))
        {
            var run = await Command.RunAsync("python3", "-c", "import sys; compile(sys.argv[1], sys.argv[2], 'exec')", fence.Text, fence.Place);
            Assert.True(run.ExitCode == 0, run.Errors);
        }
    }

    [Theory]
    [MemberData(nameof(JsonPages))]
    public void Json_is_read(string page) => Assert.All(Blocks(page, "json"), fence => JsonDocument.Parse(fence.Text).Dispose());

    /// <summary>Compiles the blocks as members of a bot's module.</summary>
    /// <returns>The compiler's errors, with the page's lines.</returns>
    private static async Task<string> CompileAsync(IEnumerable<Fence> fences)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var source = Path.Combine(folder.FullName, "page.cs");
            await File.WriteAllTextAsync(source, string.Concat(fences.Select(Source)), TestContext.Current.CancellationToken);
            var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => $"-r:{path}");
            var options = Path.Combine(folder.FullName, "page.rsp");
            await File.WriteAllLinesAsync(options, [.. references, "-nologo", "-noconfig", "-nostdlib", "-target:library", "-nullable", $"-out:{source}.dll", source], TestContext.Current.CancellationToken);
            var run = await Command.RunAsync("dotnet", Compiler, $"@{options}");
            return run.ExitCode == 0 ? "" : run.Output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Source(Fence fence, int number) => $$"""
        namespace Block{{number}}
        {
            using System;
            using System.Security.Cryptography;
            using System.Threading.Tasks;
            using Microsoft.Extensions.Logging;
            using SesCompliance.Tests.Docs.Commands;

            public sealed class Module : BotModule
            {
        #line {{fence.Line + 1}} "{{fence.Page}}"
        {{fence.Text}}
        #line default
            }
        }

        """;

    private static TheoryData<string> Pages(string language) => [.. Page.All.Where(page => Blocks(page, language).Any())];

    private static IEnumerable<Fence> Blocks(string page, string language) => Fence.Of(page).Where(fence => fence.Language == language);
}
