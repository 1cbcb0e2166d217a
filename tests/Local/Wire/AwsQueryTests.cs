using System.Xml.Linq;

namespace SesCompliance.Tests.Local.Wire;

public sealed class AwsQueryTests
{
    private static readonly XNamespace Namespace = "https://echo.example/doc/2020-01-01/";

    [Fact]
    public async Task Structures_lists_and_maps_go_in_and_out()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.QueryAsync(
            "Action=Echo&Version=2020-01-01&Text=a%20b%26&Nested.Inner.Deep=1&List.member.2=second&List.member.1=first&Rows.member.1.Id=7"
            + "&Attribute.1.Name=Color&Attribute.1.Value=red&Name.1=x&Name.2=y&Labels.entry.1.key=k&Labels.entry.1.value=v");
        Assert.Equal(200, answer.Status);
        Assert.Equal("text/xml", answer.Headers["Content-Type"]);
        var root = XElement.Parse(answer.Text);
        Assert.Equal(Namespace + "EchoResponse", root.Name);
        Assert.Equal(answer.Headers["x-amzn-RequestId"], root.Element(Namespace + "ResponseMetadata")!.Element(Namespace + "RequestId")!.Value);
        const string Expected = "<EchoResult xmlns=\"https://echo.example/doc/2020-01-01/\"><Text>a b&amp;</Text><Nested><Inner><Deep>1</Deep></Inner></Nested>"
            + "<List><member>first</member><member>second</member></List><Rows><member><Id>7</Id></member></Rows>"
            + "<Attribute><Name>Color</Name><Value>red</Value></Attribute><Name>x</Name><Name>y</Name>"
            + "<Labels><entry><key>k</key><value>v</value></entry></Labels></EchoResult>";
        Assert.Equal(Expected, root.Element(Namespace + "EchoResult")!.ToString(SaveOptions.DisableFormatting));
    }

    [Fact]
    public async Task Time_stamps_are_ISO_8601()
    {
        await using var cloud = await EchoCloud.StartAsync();
        Assert.Contains("<At>2026-11-24T10:00:00.250Z</At>", (await cloud.QueryAsync("Action=Time&Version=2020-01-01")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_has_the_Query_code()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.QueryAsync("Action=Missing&Version=2020-01-01");
        Assert.Equal(404, answer.Status);
        var error = XElement.Parse(answer.Text).Element(Namespace + "Error")!;
        Assert.Equal(["Sender", "Echo.Missing", "Nothing <here> & there"], error.Elements().Select(element => element.Value));
    }

    [Theory]
    [InlineData("Action=Nothing&Version=2020-01-01", "echo", "echo Nothing")]
    [InlineData("Action=ListStacks&Version=2010-05-15", "cloudformation", "cloudformation ListStacks")]
    [InlineData("Version=2020-01-01", "echo", "echo (no Action)")]
    public async Task An_action_that_the_cloud_does_not_have_is_refused_by_name(string form, string service, string named)
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.QueryAsync(form, EchoCloud.Signed("AKIAX", service));
        Assert.Contains("<Code>InvalidAction</Code>", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"does not have {named}:", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_may_stand_in_the_query_string()
    {
        await using var cloud = await EchoCloud.StartAsync();
        var answer = await cloud.SendAsync(HttpMethod.Get, "/?Action=Echo&Version=2020-01-01&Text=hi", null);
        Assert.Contains("<Text>hi</Text>", answer.Text, StringComparison.Ordinal);
    }
}
