using System.Collections.Concurrent;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

public sealed class ConfigurationSetStore
{
    private readonly ConcurrentDictionary<string, ConfigurationSet> sets = new();

    public IEnumerable<ConfigurationSet> All => sets.Values;

    /// <exception cref="AwsException"><c>AlreadyExistsException</c>, <c>BadRequestException</c>.</exception>
    public ConfigurationSet Create(ConfigurationSet set)
    {
        if (set.Name.Length is 0 or > 64 || !set.Name.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '_' or '-'))
        {
            throw new AwsException("BadRequestException", $"Invalid configuration set name <{set.Name}>: only alphanumeric ASCII characters, '_', and '-' are allowed.");
        }

        return sets.TryAdd(set.Name, set)
            ? set
            : throw new AwsException("AlreadyExistsException", $"Configuration set <{set.Name}> already exists.");
    }

    /// <summary>Puts a changed set into the place of the one of its name.</summary>
    public ConfigurationSet Set(ConfigurationSet set) => sets[Find(set.Name).Name] = set;

    public void Delete(string name) => sets.TryRemove(name, out _);

    /// <exception cref="AwsException"><c>NotFoundException</c>.</exception>
    public ConfigurationSet Find(string name) =>
        Lookup(name) ?? throw new AwsException("NotFoundException", $"Configuration set <{name}> does not exist.", 404);

    public ConfigurationSet? Lookup(string name) => sets.GetValueOrDefault(name);

    /// <summary>Checks that a destination could be added.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>, <c>AlreadyExistsException</c>, <c>LimitExceededException</c>, <c>BadRequestException</c>.</exception>
    public ConfigurationSet With(string setName, EventDestination destination) => Find(setName).With(destination);

    /// <summary>A set as it is without a destination.</summary>
    /// <exception cref="AwsException"><c>NotFoundException</c>: the set, or the destination in it.</exception>
    public ConfigurationSet Without(string setName, string destination)
    {
        var set = Find(setName);
        return set.Destinations.Any(existing => existing.Name == destination)
            ? set with { Destinations = [.. set.Destinations.Where(existing => existing.Name != destination)] }
            : throw new AwsException("NotFoundException", $"An event destination with name <{destination}> does not exist.", 404);
    }
}
