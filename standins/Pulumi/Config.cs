using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's configuration under one name: keys are <c>name:key</c>.</summary>
public sealed class Config
{
    private readonly string name;

    /// <param name="name">The project's name when null.</param>
    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        this.name = name.EndsWith(":config", StringComparison.Ordinal) ? name[..^":config".Length] : name;
    }

    public string? Get(string key) => Deployment.Current.GetConfig(FullKey(key));

    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    public string Require(string key) => Get(key) ?? throw Missing(key);

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var value => throw NotA(nameof(Boolean), key, value),
    };

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public int? GetInt32(string key) => Get(key) switch
    {
        null => null,
        var value when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        var value => throw NotA(nameof(Int32), key, value),
    };

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public double? GetDouble(string key) => Get(key) switch
    {
        null => null,
        var value when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        var value => throw NotA(nameof(Double), key, value),
    };

    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    [return: MaybeNull]
    public T GetObject<T>(string key) => GetObject<T>(key, null!);

    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => Get(key) is { } json ? Parse<T>(key, json, options) : default;

    public T RequireObject<T>(string key) => RequireObject<T>(key, null!);

    public T RequireObject<T>(string key, JsonSerializerOptions options) => Parse<T>(key, Require(key), options)!;

    private T? Parse<T>(string key, string json, JsonSerializerOptions? options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, options);
        }
        catch (JsonException exception)
        {
            throw NotA(typeof(T).FullName!, key, json, exception);
        }
    }

    private string FullKey(string key) => $"{name}:{key}";

    private RunException Missing(string key) => new(
        $"Configuration '{FullKey(key)}' is required and missing: set it with `pulumi config set {FullKey(key)} <value>`");

    private RunException NotA(string type, string key, string value, Exception? cause = null) =>
        new($"Configuration '{FullKey(key)}' is '{value}', which is not a valid {type}", cause);
}
