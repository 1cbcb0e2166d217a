namespace SesCompliance.Local.Deployment;

/// <summary>Why a stack can't be deployed here; its message is for the user and names resource, property and rule.</summary>
public sealed class DeploymentException(string message) : Exception(message);
