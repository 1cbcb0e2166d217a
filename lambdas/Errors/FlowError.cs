using SesCompliance.Lambdas.Addresses;

namespace SesCompliance.Lambdas.Errors;

/// <summary>
/// An error that the send flow tells apart. Step Functions takes the class name for the error's name, so the subclasses carry
/// no suffix; the runtime writes message and inner exceptions into the log and the execution history, so the message has its
/// addresses masked and there is no inner exception.
/// </summary>
public abstract class FlowError(string message) : Exception(AddressMask.Apply(message));
