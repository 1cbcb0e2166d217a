using System.Globalization;

namespace SesCompliance.Local.Ses;

/// <summary>
/// Message and feedback ids of the shape that SES in us-east-1 gives out: <c>0100</c>, the time in milliseconds as twelve hexadecimal digits, a UUID, a
/// counter. Source: the examples in https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html
/// </summary>
internal sealed class SesIds(TimeProvider time, SharedRandom random)
{
    public string Next() => string.Create(CultureInfo.InvariantCulture, $"0100{time.GetUtcNow().ToUnixTimeMilliseconds():x12}-{random.NextGuid()}-000000");
}
