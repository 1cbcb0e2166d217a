using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>The events that happen here. Open, Click and Subscription need a reader and do not.</summary>
public enum SesEventType
{
    Send,
    Reject,
    Bounce,
    Complaint,
    Delivery,
    RenderingFailure,
    DeliveryDelay,
}

public static class SesEventTypes
{
    /// <summary>As the API and the resource provider write it, e.g. <c>DELIVERY_DELAY</c>.</summary>
    public static string ApiName(this SesEventType type) => type switch
    {
        SesEventType.RenderingFailure => "RENDERING_FAILURE",
        SesEventType.DeliveryDelay => "DELIVERY_DELAY",
        _ => type.ToString().ToUpperInvariant(),
    };

    /// <summary>As <c>eventType</c> in a published event; the one with a space is SES's own spelling.</summary>
    public static string EventName(this SesEventType type) => type is SesEventType.RenderingFailure ? "Rendering Failure" : type.ToString();

    /// <exception cref="AwsException">No event type, or one that never happens here.</exception>
    public static SesEventType Parse(string apiName)
    {
        foreach (var type in Enum.GetValues<SesEventType>())
        {
            if (type.ApiName() == apiName)
            {
                return type;
            }
        }

        throw new AwsException(
            "BadRequestException",
            apiName is "OPEN" or "CLICK" or "SUBSCRIPTION"
                ? $"Event type {apiName} is not supported by the embedded cloud: nobody opens its mail."
                : $"Event type {apiName} does not exist.");
    }
}
