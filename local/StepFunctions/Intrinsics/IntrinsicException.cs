namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>An intrinsic function that was given arguments it can't take.</summary>
public sealed class IntrinsicException(string message) : Exception(message);
