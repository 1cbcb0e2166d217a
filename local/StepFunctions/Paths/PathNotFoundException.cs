namespace SesCompliance.Local.StepFunctions.Paths;

/// <summary>A path that leads nowhere in the document at hand; the message is Jayway JsonPath's, which AWS passes on.</summary>
public sealed class PathNotFoundException(string message) : Exception(message);
