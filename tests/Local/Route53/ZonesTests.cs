using SesCompliance.Local.Route53;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Route53;

public class ZonesTests
{
    [Theory]
    [InlineData("www.example.org", "TXT", "text", "RRSet with DNS name www.example.org. is not permitted in zone example.com.")]
    [InlineData("notexample.com", "TXT", "text", "RRSet with DNS name notexample.com. is not permitted in zone example.com.")]
    [InlineData("taken.example.com", "TXT", "text", "Tried to create resource record set [name='taken.example.com.', type='TXT'] but it already exists")]
    [InlineData("taken.example.com", "CNAME", "host.example.net", "RRSet of type CNAME with DNS name taken.example.com. is not permitted as it conflicts with other records")]
    [InlineData("example.com", "CNAME", "host.example.net", "RRSet of type CNAME with DNS name example.com. is not permitted as it conflicts with other records")]
    [InlineData("mail.example.com", "MX", "host.example.net", "Invalid Resource Record: the resource record set [name='mail.example.com.', type='MX'] has a value of another form")]
    [InlineData("text.example.com", "TXT", "a\"b", "Invalid Resource Record: the resource record set [name='text.example.com.', type='TXT'] has a value of another form")]
    public void A_record_that_Route_53_would_not_take_is_refused(string name, string type, string value, string reason)
    {
        var zones = new Zones();
        zones.Ensure("Z1", "example.com");
        zones.Add("Z1", new RecordSet("taken.example.com", "TXT", 300, ["text"]));

        var refusal = Assert.Throws<AwsException>(() => zones.Add("Z1", new RecordSet(name, type, 300, [value])));

        Assert.Equal("InvalidChangeBatch", refusal.Code);
        Assert.StartsWith($"[{reason}", refusal.Message, StringComparison.Ordinal);
        Assert.Single(zones.Records);
    }

    [Fact]
    public void A_string_holds_255_bytes_and_a_value_several_strings()
    {
        var zones = new Zones();
        zones.Ensure("Z1", "example.com");

        Assert.Throws<AwsException>(() => zones.Add("Z1", new RecordSet("long.example.com", "TXT", 300, [new string('a', 256)])));
        zones.Add("Z1", new RecordSet("long.example.com", "TXT", 300, [$"{new string('a', 255)}\"\"b"]));
        Assert.Single(zones.Records);
    }

    [Fact]
    public void A_zone_that_is_not_there_takes_nothing() => Assert.Equal(
        "NoSuchHostedZone", Assert.Throws<AwsException>(() => new Zones().Add("Z1", new RecordSet("example.com", "TXT", 300, ["text"]))).Code);
}
