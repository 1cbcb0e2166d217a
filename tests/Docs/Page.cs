using SesCompliance.Local;

namespace SesCompliance.Tests.Docs;

/// <summary>The repository's Markdown pages.</summary>
internal static class Page
{
    private static readonly string[] NotSources = ["artifacts", "bin", "obj", "node_modules"];

    /// <summary>Every page, by its path from the repository's root.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Files("*.md").Order(StringComparer.Ordinal)];

    public static string Text(string page) => File.ReadAllText(Path.Combine(Repository.Root, page));

    /// <summary>The source files whose name fits the pattern, by their paths from the root.</summary>
    public static IEnumerable<string> Files(string pattern) => In(Repository.Root, pattern).Select(path => Path.GetRelativePath(Repository.Root, path));

    private static IEnumerable<string> In(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern).Concat(
        Directory.EnumerateDirectories(folder)
            .Where(each => Path.GetFileName(each) is var name && !name.StartsWith('.') && !NotSources.Contains(name))
            .SelectMany(each => In(each, pattern)));
}
