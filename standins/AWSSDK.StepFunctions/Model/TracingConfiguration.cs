namespace Amazon.StepFunctions.Model;

/// <summary>Whether X-Ray traces executions.</summary>
public partial class TracingConfiguration
{
    public bool? Enabled { get; set; }
}
