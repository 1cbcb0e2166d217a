namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>A state that can't be carried out. The loop puts the state's name and event in front of the message.</summary>
internal sealed class StateException(string error, string message) : Exception(message)
{
    public string Error { get; } = error;

    public static StateException Runtime(string message) => new(StatesError.Runtime, message);
}
