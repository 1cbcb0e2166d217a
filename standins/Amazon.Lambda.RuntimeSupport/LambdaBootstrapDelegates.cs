namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Handles one event.</summary>
public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);

/// <summary>Prepares the function; false ends the process without a word to Lambda.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
