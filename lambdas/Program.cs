using SesCompliance.Lambdas;
using SesCompliance.Lambdas.Settings;

// Every function deploys this one binary; Lambda's handler setting says which of them this process is.
var handler = Environment.GetEnvironmentVariable("_HANDLER");
if (Functions.Find(handler) is not { } function)
{
    Console.Error.WriteLine($"_HANDLER is '{handler}': it must be one of {string.Join(", ", Functions.Names)}");
    return 1;
}

try
{
    await function().Build().RunAsync();
    return 0;
}
catch (InvalidSettings)
{
    // The runtime has reported it to Lambda and written it to the log.
    return 1;
}
