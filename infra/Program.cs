using Pulumi;
using SesCompliance.Infra;

return await Deployment.RunAsync(() => ComplianceStack.Declare(StackSettings.Load()));
