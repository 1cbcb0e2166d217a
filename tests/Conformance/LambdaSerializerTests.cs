using System.Text;
using System.Text.Json;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SNSEvents;

namespace SesCompliance.Tests.Conformance;

/// <summary>How payloads are read and written; true of the official package and of the stand-in.</summary>
public sealed class LambdaSerializerTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<ConformanceJson> Plain = new();

    [Fact]
    public void Names_stay_as_they_are_and_nulls_are_left_out() =>
        Assert.Equal("""{"Text":"é<"}""", Write(Plain, new Answer("é<")));

    [Fact]
    public void A_customizer_sets_the_naming()
    {
        var camel = new SourceGeneratorLambdaJsonSerializer<ConformanceJson>(
            (JsonSerializerOptions options) => options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);

        Assert.Equal("""{"text":"a","remark":"b"}""", Write(camel, new Answer("a", "b")));
        Assert.Equal(new Question("a", 1), Read<Question>(camel, """{"text":"a","number":1}"""));
    }

    [Fact]
    public void Names_are_read_whatever_their_case() =>
        Assert.Equal(new Question("a", 1), Read<Question>(Plain, """{"tExt":"a","NUMBER":1,"unknown":{}}"""));

    [Theory]
    [InlineData("\"2026-11-24T12:00:00Z\"")]
    [InlineData("1795521600")]
    [InlineData("1795521600.0")]
    [InlineData("1795521600000")]
    public void Times_are_read_from_text_and_from_epoch_numbers(string at) =>
        Assert.Equal(
            new DateTime(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc),
            Read<Question>(Plain, $$"""{"At":{{at}}}""").At!.Value.ToUniversalTime());

    [Fact]
    public void A_type_outside_the_context_is_refused_by_name()
    {
        var failure = Assert.Throws<JsonSerializerException>(() => Write(Plain, new Uri("http://a")));

        Assert.Contains("System.Uri", failure.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(ConformanceJson), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_not_be_read_names_the_type_and_keeps_the_reason()
    {
        var failure = Assert.Throws<JsonSerializerException>(() => Read<Question>(Plain, "nonsense"));

        Assert.StartsWith(
            "Error converting the Lambda event JSON payload to type SesCompliance.Tests.Conformance.Question: ",
            failure.Message,
            StringComparison.Ordinal);
        Assert.IsAssignableFrom<JsonException>(failure.InnerException);
    }

    // The sample of https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html, shortened.
    [Fact]
    public void An_event_of_sns_is_read_whole()
    {
        var sns = Read<SNSEvent>(Plain, """
            {"Records":[{"EventVersion":"1.0","EventSubscriptionArn":"arn:sub","EventSource":"aws:sns",
             "Sns":{"SignatureVersion":"1","Timestamp":"2019-01-02T12:45:07.000Z","Signature":"sig","SigningCertUrl":"https://cert",
              "MessageId":"m-1","Message":"{\"eventType\":\"Bounce\"}",
              "MessageAttributes":{"Test":{"Type":"String","Value":"TestString"}},
              "Type":"Notification","UnsubscribeUrl":"https://un","TopicArn":"arn:topic","Subject":"s"}}]}
            """);

        var record = Assert.Single(sns.Records);
        Assert.Equal(("aws:sns", "arn:sub", "1.0"), (record.EventSource, record.EventSubscriptionArn, record.EventVersion));
        Assert.Equal(("""{"eventType":"Bounce"}""", "m-1", "arn:topic"), (record.Sns.Message, record.Sns.MessageId, record.Sns.TopicArn));
        Assert.Equal(("https://cert", "https://un"), (record.Sns.SigningCertUrl, record.Sns.UnsubscribeUrl));
        Assert.Equal(new DateTime(2019, 1, 2, 12, 45, 7, DateTimeKind.Utc), record.Sns.Timestamp);
        Assert.Equal("TestString", record.Sns.MessageAttributes["Test"].Value);
    }

    private static string Write<T>(SourceGeneratorLambdaJsonSerializer<ConformanceJson> serializer, T value)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static T Read<T>(SourceGeneratorLambdaJsonSerializer<ConformanceJson> serializer, string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return serializer.Deserialize<T>(stream);
    }
}
