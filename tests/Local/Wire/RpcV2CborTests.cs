using System.Formats.Cbor;

namespace SesCompliance.Tests.Local.Wire;

public sealed class RpcV2CborTests
{
    [Fact]
    public async Task Every_kind_of_value_goes_in_and_out()
    {
        var writer = new CborWriter();
        writer.WriteStartMap(null);
        writer.WriteTextString("half");
        writer.WriteHalf((Half)1.5);
        writer.WriteTextString("single");
        writer.WriteSingle(0.25f);
        writer.WriteTextString("whole");
        writer.WriteInt32(-3);
        writer.WriteTextString("list");
        writer.WriteStartArray(null);
        writer.WriteBoolean(true);
        writer.WriteNull();
        writer.WriteEndArray();
        writer.WriteTextString("text");
        writer.WriteStartIndefiniteLengthTextString();
        writer.WriteTextString("a");
        writer.WriteTextString("é");
        writer.WriteEndIndefiniteLengthTextString();
        writer.WriteTextString("blob");
        writer.WriteByteString([1, 2, 3]);
        writer.WriteTextString("at");
        writer.WriteTag(CborTag.UnixTimeSeconds);
        writer.WriteDouble(1795514400.25);
        writer.WriteEndMap();

        var reader = new CborReader((await SendAsync("Echo", writer.Encode())).Body);
        Assert.Equal(7, reader.ReadStartMap());
        Assert.Equal(("half", 1.5), (reader.ReadTextString(), reader.ReadDouble()));
        Assert.Equal(("single", 0.25), (reader.ReadTextString(), reader.ReadDouble()));
        Assert.Equal(("whole", -3), (reader.ReadTextString(), reader.ReadInt32()));
        Assert.Equal("list", reader.ReadTextString());
        Assert.Equal(2, reader.ReadStartArray());
        Assert.True(reader.ReadBoolean());
        reader.ReadNull();
        reader.ReadEndArray();
        Assert.Equal(("text", "aé"), (reader.ReadTextString(), reader.ReadTextString()));
        Assert.Equal(("blob", "AQID"), (reader.ReadTextString(), reader.ReadTextString()));
        Assert.Equal(("at", 1795514400.25), (reader.ReadTextString(), reader.ReadDouble()));
    }

    [Fact]
    public async Task Time_stamps_carry_tag_1()
    {
        var answer = await SendAsync("Time", []);
        Assert.Equal("rpc-v2-cbor", answer.Headers["smithy-protocol"]);
        Assert.Equal("application/cbor", answer.Headers["Content-Type"]);
        var reader = new CborReader(answer.Body);
        reader.ReadStartMap();
        Assert.Equal("At", reader.ReadTextString());
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 10, 0, 0, 250, TimeSpan.Zero), reader.ReadUnixTimeSeconds());
    }

    [Fact]
    public async Task A_double_is_written_as_a_float_even_when_it_is_whole()
    {
        var reader = new CborReader((await SendAsync("Numbers", [])).Body);
        reader.ReadStartMap();
        Assert.Equal(("Whole", 240), (reader.ReadTextString(), reader.ReadInt32()));
        Assert.Equal(("Double", 240d), (reader.ReadTextString(), reader.ReadDouble()));
    }

    [Fact]
    public async Task An_error_names_its_type()
    {
        var answer = await SendAsync("Missing", []);
        Assert.Equal((404, "Echo.Missing;Sender"), (answer.Status, answer.Headers["x-amzn-query-error"]));
        var reader = new CborReader(answer.Body);
        reader.ReadStartMap();
        Assert.Equal(("__type", "EchoNotFound"), (reader.ReadTextString(), reader.ReadTextString()));
        Assert.Equal(("message", "Nothing <here> & there"), (reader.ReadTextString(), reader.ReadTextString()));
    }

    [Theory]
    [InlineData(new byte[] { 0xff })]
    [InlineData(new byte[] { 0xa1, 0x61 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xa1, 0x01, 0x01 })]
    public async Task A_body_that_is_no_CBOR_map_is_refused(byte[] body)
    {
        var answer = await SendAsync("Echo", body);
        Assert.Equal((400, "SerializationException"), (answer.Status, answer.Headers["x-amzn-ErrorType"]));
    }

    [Fact]
    public async Task An_operation_that_the_cloud_does_not_have_is_refused_by_name() =>
        Assert.Equal("UnknownOperationException", (await SendAsync("Nothing", [])).Headers["x-amzn-ErrorType"]);

    private static async Task<EchoAnswer> SendAsync(string operation, byte[] body)
    {
        await using var cloud = await EchoCloud.StartAsync();
        return await cloud.SendAsync(HttpMethod.Post, $"/service/Echo_20200101/operation/{operation}", new ByteArrayContent(body), ("smithy-protocol", "rpc-v2-cbor"));
    }
}
