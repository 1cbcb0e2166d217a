namespace Pulumi.Aws.CloudWatch;

/// <summary>A CloudWatch dashboard.</summary>
public class Dashboard : CustomResource
{
    public Dashboard(string name, DashboardArgs args, CustomResourceOptions? options = null)
        : base("aws:cloudwatch/dashboard:Dashboard", name, args ?? new DashboardArgs(), NewResource.With(options))
    {
    }

    [Output("dashboardArn")]
    public Output<string> DashboardArn { get; private set; } = null!;

    [Output("dashboardBody")]
    public Output<string> DashboardBody { get; private set; } = null!;

    [Output("dashboardName")]
    public Output<string> DashboardName { get; private set; } = null!;
}

public sealed class DashboardArgs : ResourceArgs
{
    [Input("dashboardBody", required: true)]
    public Input<string> DashboardBody { get; set; } = null!;

    [Input("dashboardName", required: true)]
    public Input<string> DashboardName { get; set; } = null!;
}
