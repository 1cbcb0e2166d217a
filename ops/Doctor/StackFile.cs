using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SesCompliance.Ops.Doctor;

/// <summary>The stack's configuration file in the current folder, <c>Pulumi.STACK.yaml</c>, where there is one.</summary>
internal sealed class StackFile
{
    private const string Namespace = "ses-compliance";

    private readonly YamlMappingNode? config;

    private StackFile(YamlMappingNode? config) => this.config = config;

    public static string NameOf(Stack stack) => $"Pulumi.{stack.Name}.yaml";

    /// <summary>Null where there is no such file.</summary>
    /// <exception cref="UsageException">The file is no YAML.</exception>
    public static StackFile? Find(string folder, Stack stack)
    {
        var path = Path.Combine(folder, NameOf(stack));
        if (!File.Exists(path))
        {
            return null;
        }

        var yaml = new YamlStream();
        try
        {
            using var reader = new StreamReader(path);
            yaml.Load(reader);
        }
        catch (YamlException mistake)
        {
            throw new UsageException($"{path}, line {mistake.Start.Line}: {mistake.Message}");
        }

        var root = yaml.Documents is [{ RootNode: YamlMappingNode mapping }, ..] ? mapping : null;
        return new StackFile(root is null ? null : Entry(root, "config") as YamlMappingNode);
    }

    /// <param name="key">Without the namespace, e.g. <c>domain</c>.</param>
    /// <returns>Null where the key is absent, or is no plain text. A key without a namespace in the file is the project's own, as Pulumi takes it.</returns>
    public string? Get(string key) =>
        config is not null && (Entry(config, $"{Namespace}:{key}") ?? Entry(config, key)) is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    private static YamlNode? Entry(YamlMappingNode mapping, string key) => mapping.Children.FirstOrDefault(entry => (entry.Key as YamlScalarNode)?.Value == key).Value;
}
