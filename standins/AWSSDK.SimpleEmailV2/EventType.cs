using Amazon.Runtime;

namespace Amazon.SimpleEmailV2;

/// <summary>What can happen to a mail.</summary>
public class EventType : ConstantClass
{
    public static readonly EventType SEND = new("SEND");
    public static readonly EventType REJECT = new("REJECT");
    public static readonly EventType BOUNCE = new("BOUNCE");
    public static readonly EventType COMPLAINT = new("COMPLAINT");
    public static readonly EventType DELIVERY = new("DELIVERY");
    public static readonly EventType OPEN = new("OPEN");
    public static readonly EventType CLICK = new("CLICK");
    public static readonly EventType RENDERING_FAILURE = new("RENDERING_FAILURE");
    public static readonly EventType DELIVERY_DELAY = new("DELIVERY_DELAY");
    public static readonly EventType SUBSCRIPTION = new("SUBSCRIPTION");

    public EventType(string value)
        : base(value)
    {
    }

    public static implicit operator EventType(string value) => FindValue(value);

    public static EventType FindValue(string value) => FindValue<EventType>(value);
}
