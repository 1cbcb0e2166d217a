namespace Amazon.StepFunctions.Model;

/// <summary>Details: function failed.</summary>
public partial class LambdaFunctionFailedEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}

/// <summary>Details: function schedule failed.</summary>
public partial class LambdaFunctionScheduleFailedEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}

/// <summary>Details: function scheduled.</summary>
public partial class LambdaFunctionScheduledEventDetails
{
    public string Resource { get; set; }

    public string Input { get; set; }

    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public long? TimeoutInSeconds { get; set; }

    public TaskCredentials TaskCredentials { get; set; }
}

/// <summary>Details: function start failed.</summary>
public partial class LambdaFunctionStartFailedEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}

/// <summary>Details: function succeeded.</summary>
public partial class LambdaFunctionSucceededEventDetails
{
    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }
}

/// <summary>Details: function timed out.</summary>
public partial class LambdaFunctionTimedOutEventDetails
{
    public string Error { get; set; }

    public string Cause { get; set; }
}
