using System.Collections.Immutable;

namespace Pulumi.Aws.Route53;

/// <summary>A record set: what a hosted zone answers for one name and type.</summary>
public class Record : CustomResource
{
    public Record(string name, RecordArgs args, CustomResourceOptions? options = null)
        : base("aws:route53/record:Record", name, args ?? new RecordArgs(), NewResource.With(options))
    {
    }

    [Output("fqdn")]
    public Output<string> Fqdn { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("records")]
    public Output<ImmutableArray<string>> Records { get; private set; } = null!;

    [Output("ttl")]
    public Output<int?> Ttl { get; private set; } = null!;

    [Output("type")]
    public Output<string> Type { get; private set; } = null!;

    [Output("zoneId")]
    public Output<string> ZoneId { get; private set; } = null!;
}

public sealed class RecordArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [field: Input("records")]
    public InputList<string> Records
    {
        get => field ??= new();
        set;
    }

    [Input("ttl")]
    public Input<int>? Ttl { get; set; }

    [Input("type", required: true)]
    public InputUnion<string, RecordType> Type { get; set; } = null!;

    [Input("zoneId", required: true)]
    public Input<string> ZoneId { get; set; } = null!;
}
