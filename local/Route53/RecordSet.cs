namespace SesCompliance.Local.Route53;

/// <summary>What a zone answers for one name and type.</summary>
/// <param name="Name">Whole, without the final dot.</param>
/// <param name="Type">A, AAAA, CNAME, MX, NS or TXT.</param>
/// <param name="Ttl">Seconds.</param>
/// <param name="Values">As Pulumi's provider takes them: a TXT value's strings are divided by <c>""</c>.</param>
public sealed record RecordSet(string Name, string Type, int Ttl, IReadOnlyList<string> Values);
