using SesCompliance.Local.Route53;

namespace SesCompliance.Local.Deployment;

/// <summary>What somebody does with the output <c>dnsRecords</c> whose DNS is not in the stack: each row goes to the provider, here a zone that no stack has.</summary>
public static class PastedRecords
{
    private const int TtlSeconds = 1800;

    /// <summary>Brings the zone to the output's rows, the values of one name and type as one set; no output, no zone.</summary>
    public static void Put(Zones zones, DeployedStack stack)
    {
        Remove(zones, stack.Settings.Stack);
        if (!stack.Outputs.TryGetValue("dnsRecords", out var table))
        {
            return;
        }

        var zone = Zone(stack.Settings.Stack);
        zones.Ensure(zone, stack.Settings.Domain);
        var lines = table.Split('\n');
        var (name, value, why) = (Column(lines[0], "Name"), Column(lines[0], "Value"), Column(lines[0], "Why"));
        var rows = lines.Skip(1).Select(line => (Type: line[..name].Trim(), Name: line[name..value].Trim(), Value: Unquoted(line[value..why].Trim())));
        foreach (var set in rows.GroupBy(row => (row.Name, row.Type)))
        {
            zones.Add(zone, new RecordSet(set.Key.Name, set.Key.Type, TtlSeconds, [.. set.Select(row => row.Value)]));
        }
    }

    public static void Remove(Zones zones, string stack) => zones.Drop(Zone(stack));

    private static string Zone(string stack) => $"by-hand-{stack}";

    private static int Column(string heading, string title) => heading.IndexOf(title, StringComparison.Ordinal);

    /// <summary>A value of several strings stands in quotation marks in the table; a record set has it without the outer ones.</summary>
    private static string Unquoted(string value) => value.StartsWith('"') ? value[1..^1] : value;
}
