namespace SesCompliance.Lambdas;

/// <summary>What is certain after a call of SES.</summary>
public abstract record DeliveryAnswer
{
    private DeliveryAnswer()
    {
    }

    public sealed record Taken(string MessageId) : DeliveryAnswer;

    /// <summary>Not taken, for the rate at which mails came: the same request may pass a moment later.</summary>
    public sealed record Throttled(string Detail) : DeliveryAnswer;

    /// <summary>Not taken: the request did not get there.</summary>
    public sealed record Unreached(string Detail) : DeliveryAnswer;

    /// <summary>Not taken, for a reason that stays.</summary>
    public sealed record Refused(string Detail) : DeliveryAnswer;

    /// <summary>It may have been taken.</summary>
    public sealed record Unknown(string Detail) : DeliveryAnswer;
}
