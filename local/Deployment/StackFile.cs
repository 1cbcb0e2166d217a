using SesCompliance.Infra;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SesCompliance.Local.Deployment;

/// <summary>A stack's configuration file, <c>Pulumi.STACK.yaml</c>, as Pulumi's CLI reads it; secrets need its engine and are refused.</summary>
public sealed class StackFile
{
    private readonly Dictionary<string, string> values;

    private StackFile(Dictionary<string, string> values) => this.values = values;

    /// <summary>A configuration that somebody else has read from its file.</summary>
    public static StackFile Of(IReadOnlyDictionary<string, string> values) => new(values.ToDictionary());

    /// <summary>Reads the file of a stack of this repository.</summary>
    /// <exception cref="DeploymentException">There is no such stack, or its file is not what Pulumi would take.</exception>
    public static StackFile Of(string stack) => Read(Path.Combine(Repository.Root, $"Pulumi.{stack}.yaml"));

    /// <exception cref="DeploymentException">The file is missing or is not what Pulumi would take.</exception>
    public static StackFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new DeploymentException($"{path} is missing: a stack's configuration stands in Pulumi.STACK.yaml beside Pulumi.yaml ({Stacks(path)})");
        }

        var yaml = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            yaml.Load(reader);
        }
        catch (YamlException mistake)
        {
            throw new DeploymentException($"{path}, line {mistake.Start.Line}: {mistake.Message}");
        }

        var root = yaml.Documents is [var document, ..] ? Mapping(path, "the file", document.RootNode) : null;
        var config = Mapping(path, "config", root?.Children.FirstOrDefault(entry => Key(entry.Key) == "config").Value);
        var values = new Dictionary<string, string>();
        foreach (var (node, value) in config?.Children.AsEnumerable() ?? [])
        {
            var key = Namespaced(Key(node));
            if (!values.TryAdd(key, Value(path, key, value)))
            {
                throw new DeploymentException($"{path}: {key} stands twice, with and without its namespace");
            }
        }

        return new StackFile(values);
    }

    /// <summary>Nothing at all is a mapping without entries.</summary>
    private static YamlMappingNode? Mapping(string path, string part, YamlNode? node) => node switch
    {
        null or YamlScalarNode { Value: null or "" } => null,
        YamlMappingNode mapping => mapping,
        _ => throw new DeploymentException($"{path}, line {node.Start.Line}: {part} must be a mapping of keys to values"),
    };

    /// <summary>Which stacks have a file where one is missing.</summary>
    private static string Stacks(string missing)
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(missing)!);
        var stacks = folder.Exists ? folder.EnumerateFiles("Pulumi.*.yaml").Select(file => file.Name["Pulumi.".Length..^".yaml".Length]).Order(StringComparer.Ordinal) : null;
        return stacks?.Any() is true ? $"stacks here: {string.Join(", ", stacks)}" : "there is no stack here";
    }

    /// <summary>By key with its namespace.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <param name="key">With its namespace, e.g. <c>ses-compliance:domain</c>.</param>
    public string? Get(string key) => values.GetValueOrDefault(key);

    /// <summary>The keys of a namespace, without it.</summary>
    public IEnumerable<string> Keys(string name) =>
        values.Keys.Where(key => key.StartsWith($"{name}:", StringComparison.Ordinal)).Select(key => key[(name.Length + 1)..]);

    /// <summary>A key without a namespace is the project's own (pulumi/pulumi, sdk/go/common/workspace: stackConfigNamespacedWithProject).</summary>
    private static string Namespaced(string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{StackSettings.Namespace}:{key}";

    private static string Key(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private static string Value(string path, string key, YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } text } => text,
        YamlMappingNode mapping when mapping.Children.ContainsKey(new YamlScalarNode("secure")) =>
            throw new DeploymentException($"{path}: {key} is encrypted, which only Pulumi's engine can read"),
        _ => System.Text.Json.JsonSerializer.Serialize(Plain(node)),
    };

    /// <summary>Pulumi hands structured values to the program as JSON.</summary>
    private static object? Plain(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.ToDictionary(entry => Key(entry.Key), entry => Plain(entry.Value)),
        YamlSequenceNode sequence => sequence.Children.Select(Plain).ToList(),
        _ => (node as YamlScalarNode)?.Value,
    };
}
