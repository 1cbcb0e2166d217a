namespace SesCompliance.Lambdas.Clients;

/// <summary>Not a byte of the request's body left this process, so whoever it was for can't have acted on it.</summary>
public sealed class RequestNotSentException(Exception cause)
    : Exception($"{cause.GetType().Name}: {cause.GetBaseException().Message}", cause);
