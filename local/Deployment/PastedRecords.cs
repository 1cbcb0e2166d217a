using SesCompliance.Local.Route53;

namespace SesCompliance.Local.Deployment;

/// <summary>What somebody does with the output <c>dnsRecords</c> whose DNS is not in the stack: each row goes to the provider, here a zone that no stack has.</summary>
public static class PastedRecords
{
    private const int TtlSeconds = 1800;
    private const string Zone = "by-hand";

    /// <summary>Adds the rows, the values of one name and type as one set; does nothing where the stack has no such output.</summary>
    public static void AddTo(Zones zones, DeployedStack stack)
    {
        if (!stack.Outputs.TryGetValue("dnsRecords", out var table))
        {
            return;
        }

        zones.Ensure(Zone, stack.Settings.Domain);
        var lines = table.Split('\n');
        var (name, value, why) = (Column(lines[0], "Name"), Column(lines[0], "Value"), Column(lines[0], "Why"));
        var rows = lines.Skip(1).Select(line => (Type: line[..name].Trim(), Name: line[name..value].Trim(), Value: Unquoted(line[value..why].Trim())));
        foreach (var set in rows.GroupBy(row => (row.Name, row.Type)))
        {
            zones.Add(Zone, new RecordSet(set.Key.Name, set.Key.Type, TtlSeconds, [.. set.Select(row => row.Value)]));
        }
    }

    private static int Column(string heading, string title) => heading.IndexOf(title, StringComparison.Ordinal);

    /// <summary>A value of several strings stands in quotation marks in the table; a record set has it without the outer ones.</summary>
    private static string Unquoted(string value) => value.StartsWith('"') ? value[1..^1] : value;
}
