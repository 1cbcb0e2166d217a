using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace SesCompliance.Lambdas.Tables;

/// <summary>
/// Builds one conditional UpdateItem. Every attribute goes by an alias, since DynamoDB reserves several hundred words (status, to
/// and ttl among them). Each update counts the row's <c>version</c> up, by which a reader notices that it read an older one.
/// </summary>
internal sealed class ItemUpdate(string table, Dictionary<string, AttributeValue> key)
{
    private readonly Dictionary<string, string> names = [];
    private readonly Dictionary<string, AttributeValue> values = [];
    private readonly List<string> sets = [];
    private readonly List<string> removals = [];
    private string? condition;

    public static AttributeValue Text(string value) => new() { S = value };

    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Sets the attribute, or removes it where the value is null.</summary>
    public ItemUpdate Set(string name, AttributeValue? value)
    {
        if (value is null)
        {
            removals.Add(Name(name));
        }
        else
        {
            sets.Add($"{Name(name)} = {Value(value)}");
        }

        return this;
    }

    public ItemUpdate Set(string name, string? value) => Set(name, value is null ? null : Text(value));

    public ItemUpdate Set(string name, DateTimeOffset? value) => Set(name, value is { } time ? Timestamp.Write(time) : null);

    public ItemUpdate Set(string name, long value) => Set(name, Number(value));

    /// <summary>Adds to the end of a list, which it makes where there is none.</summary>
    public ItemUpdate Append(string name, params IReadOnlyList<AttributeValue> items)
    {
        sets.Add($"{Name(name)} = list_append(if_not_exists({Name(name)}, {Value(new AttributeValue { L = [], IsLSet = true })}), {Value(new AttributeValue { L = [.. items] })})");
        return this;
    }

    public ItemUpdate SetIfAbsent(string name, string value)
    {
        sets.Add($"{Name(name)} = if_not_exists({Name(name)}, {Value(Text(value))})");
        return this;
    }

    /// <param name="build">Writes the condition from the aliases that <see cref="Name"/> and <see cref="Value"/> give.</param>
    public ItemUpdate OnlyIf(Func<ItemUpdate, string> build)
    {
        condition = build(this);
        return this;
    }

    /// <summary>Only if the row is still as it was read; null: it was absent, or written by someone who keeps no versions.</summary>
    public ItemUpdate OnlyIfVersion(long? version) => OnlyIf(update => update.IsVersion(version));

    public string IsVersion(long? version) => version is { } read
        ? $"{Name("version")} = {Value(Number(read))}"
        : $"attribute_not_exists({Name("version")})";

    public string Name(string attribute)
    {
        var alias = "#" + attribute;
        names[alias] = attribute;
        return alias;
    }

    public string Value(AttributeValue value)
    {
        var alias = $":v{values.Count}";
        values[alias] = value;
        return alias;
    }

    public string Value(string value) => Value(Text(value));

    public UpdateItemRequest ToRequest()
    {
        var expression = $"SET {string.Join(", ", sets)} ADD {Name("version")} {Value(Number(1))}";
        return new UpdateItemRequest
        {
            TableName = table,
            Key = key,
            UpdateExpression = removals.Count == 0 ? expression : $"{expression} REMOVE {string.Join(", ", removals)}",
            ConditionExpression = condition,
            ExpressionAttributeNames = names,
            ExpressionAttributeValues = values,
        };
    }
}
